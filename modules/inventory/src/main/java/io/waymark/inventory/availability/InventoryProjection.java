package io.waymark.inventory.availability;

import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.inventory.ChangedDays;
import io.waymark.inventory.ChangedDays.ChangedDay;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.projection.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps the tables of the inventory; the counts of a day are sums of what allocations gained and lost. */
public final class InventoryProjection implements Projection {

    public static final String NAME = "inventory";

    private final ChangedDays followers;

    public InventoryProjection(ChangedDays followers) {
        this.followers = followers;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "inventory_property",
                "inventory_room_type",
                "inventory_day",
                "inventory_allocation",
                "inventory_today");
    }

    @Override
    public Projection silent() {
        return new InventoryProjection(ChangedDays.NOBODY);
    }

    @Override
    public void apply(Connection connection, List<JournalRow> rows) throws SQLException {
        PropertyRows.apply(
                connection,
                rows.stream()
                        .filter(row -> row.event() instanceof PropertyDefined)
                        .toList());
        List<JournalRow> roomTypes = rows.stream()
                .filter(row -> row.event() instanceof RoomTypeEvent)
                .toList();
        RoomTypeRows.apply(connection, roomTypes);
        Set<ChangedDay> changed = new LinkedHashSet<>(CalendarRows.apply(connection, roomTypes));
        changed.addAll(AllocationRows.apply(connection, roomTypes));
        if (!changed.isEmpty()) {
            followers.changed(connection, List.copyOf(changed));
        }
        // Last, because every worker writes the same row of a tenant and holds it until the commit.
        TodayRows.apply(connection, rows);
    }
}

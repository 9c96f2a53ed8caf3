package io.waymark.launcher.rebuild;

import io.waymark.booking.BookingModule;
import io.waymark.channels.ChannelsModule;
import io.waymark.inventory.ChangedDays;
import io.waymark.inventory.InventoryModule;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.RebuildFailure;
import io.waymark.runtime.projection.PendingSteps;
import io.waymark.runtime.projection.Projection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The read models that a node keeps. */
final class ReadModels {

    private ReadModels() {}

    /** Those of these names, or all where none is named. */
    static List<Projection> named(Database database, List<String> names) {
        List<Projection> all = all(database);
        names.stream()
                .filter(name ->
                        all.stream().noneMatch(projection -> projection.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new RebuildFailure("There is no projection %s, but: %s."
                            .formatted(name, all.stream().map(Projection::name).collect(Collectors.joining(", "))));
                });
        return all.stream()
                .filter(projection -> names.isEmpty() || names.contains(projection.name()))
                .toList();
    }

    private static List<Projection> all(Database database) {
        return Stream.of(
                        InventoryModule.projections(ChangedDays.NOBODY),
                        BookingModule.projections(),
                        ChannelsModule.projections(database),
                        List.of(new PendingSteps()))
                .<Projection>flatMap(List::stream)
                .toList();
    }
}

package io.waymark.inventory.property;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.waymark.events.EventJson;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads the houses of a tenant from the read model, by code. */
public final class PropertyList {

    private static final TypeReference<List<RoomTypeOffer>> OFFERS = new TypeReference<>() {};

    private static final String SELECT = """
            select property_id, revision, code, name, place, currency, time_zone, room_types
              from inventory_property
             where tenant = ? and %s""";

    private final Database database;

    public PropertyList(Database database) {
        this.database = database;
    }

    /** A property at the revision that the read model has seen. */
    public record Entry(long revision, PropertyDefined description) {}

    /** Where a page of the list begins: behind this code and id. */
    public record After(String code, String propertyId) {

        public static final After NOTHING = new After("", "");
    }

    public CompletionStage<List<Entry>> page(Tenant tenant, After after, int limit) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    SELECT.formatted("(code, property_id) > (?, ?) order by code, property_id limit ?"))) {
                select.setString(1, tenant.id());
                select.setString(2, after.code());
                select.setString(3, after.propertyId());
                select.setInt(4, limit);
                return entries(select);
            }
        });
    }

    /** The property of this name, where there is exactly one. */
    public CompletionStage<Optional<PropertyDefined>> named(Tenant tenant, String name) {
        return database.async(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT.formatted("lower(name) = lower(?) order by code limit 2"))) {
                select.setString(1, tenant.id());
                select.setString(2, name);
                List<Entry> found = entries(select);
                return found.size() == 1 ? Optional.of(found.getFirst().description()) : Optional.empty();
            }
        });
    }

    private static List<Entry> entries(PreparedStatement select) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(new Entry(row.getLong(2), description(row)));
            }
        }
        return entries;
    }

    private static PropertyDefined description(ResultSet row) throws SQLException {
        try {
            return new PropertyDefined(
                    row.getString(1),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    Currency.getInstance(row.getString(6)),
                    ZoneId.of(row.getString(7)),
                    EventJson.MAPPER.readValue(row.getString(8), OFFERS));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.stream.Countries;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that whatever a booking mentions is in its dimension, in the same transaction as the booking. What is not
 * described yet is named by its code until it is.
 */
final class MentionedDimensions {

    private record Named(String tenant, String key) {}

    private record Property(String tenant, String propertyId, String code) {}

    private record RoomType(String tenant, String roomTypeId, String propertyId, String code) {}

    private static final Upsert<Named> CHANNEL = named("dim_channel", "channel");
    private static final Upsert<Named> MARKET = named("dim_market", "market");

    private static final Upsert<String> COUNTRY = Upsert.<String>into("dim_country")
            .key("country", "text", code -> code)
            .column("alpha3", "text", Countries::alpha3)
            .column("name", "text", Countries::name)
            .keepingExisting();

    private static final Upsert<Property> PROPERTY = Upsert.<Property>into("dim_property")
            .key("tenant", "text", Property::tenant)
            .key("property_id", "text", Property::propertyId)
            .column("code", "text", Property::code)
            .column("name", "text", Property::code)
            .column("currency", "text", property -> "")
            .column("time_zone", "text", property -> "")
            .column("version", "bigint", property -> 0L)
            .keepingExisting();

    private static final Upsert<RoomType> ROOM_TYPE = Upsert.<RoomType>into("dim_room_type")
            .key("tenant", "text", RoomType::tenant)
            .key("room_type_id", "text", RoomType::roomTypeId)
            .column("property_id", "text", RoomType::propertyId)
            .column("code", "text", RoomType::code)
            .column("name", "text", RoomType::code)
            .column("version", "bigint", roomType -> 0L)
            .keepingExisting();

    private final KnownKeys<Named> channels = new KnownKeys<>();
    private final KnownKeys<Named> markets = new KnownKeys<>();
    private final KnownKeys<String> countries = new KnownKeys<>();
    private final KnownKeys<Property> properties = new KnownKeys<>();
    private final KnownKeys<RoomType> roomTypes = new KnownKeys<>();

    void write(Connection connection, List<BookingChange> batch) throws SQLException {
        CHANNEL.write(connection, channels.missing(named(batch, BookingFact::channel)));
        MARKET.write(connection, markets.missing(named(batch, BookingFact::market)));
        COUNTRY.write(connection, countries.missing(countries(batch)));
        PROPERTY.write(connection, properties.missing(properties(batch)));
        ROOM_TYPE.write(connection, roomTypes.missing(roomTypes(batch)));
    }

    void committed() {
        Stream.of(channels, markets, countries, properties, roomTypes).forEach(KnownKeys::committed);
    }

    private static Upsert<Named> named(String table, String key) {
        return Upsert.<Named>into(table)
                .key("tenant", "text", Named::tenant)
                .key(key, "text", Named::key)
                .column("name", "text", Named::key)
                .keepingExisting();
    }

    private static List<Named> named(List<BookingChange> batch, Function<BookingFact, @Nullable String> key) {
        return batch.stream()
                .map(BookingChange::booking)
                .flatMap(
                        booking -> Stream.ofNullable(key.apply(booking)).map(name -> new Named(booking.tenant(), name)))
                .sorted(Comparator.comparing(Named::tenant).thenComparing(Named::key))
                .toList();
    }

    private static List<String> countries(List<BookingChange> batch) {
        return batch.stream()
                .flatMap(change -> Stream.ofNullable(change.booking().country()))
                .sorted()
                .toList();
    }

    private static List<Property> properties(List<BookingChange> batch) {
        return batch.stream()
                .map(BookingChange::booking)
                .map(booking -> new Property(booking.tenant(), booking.propertyId(), booking.propertyCode()))
                .sorted(Comparator.comparing(Property::propertyId))
                .toList();
    }

    private static List<RoomType> roomTypes(List<BookingChange> batch) {
        return batch.stream()
                .flatMap(change -> Stream.concat(
                        Stream.of(roomType(
                                change.booking(),
                                change.booking().roomTypeId(),
                                change.booking().roomTypeCode())),
                        change.nights().stream()
                                .map(night -> roomType(change.booking(), night.roomTypeId(), night.roomTypeCode()))))
                .sorted(Comparator.comparing(RoomType::roomTypeId))
                .toList();
    }

    private static RoomType roomType(BookingFact booking, String roomTypeId, String code) {
        return new RoomType(booking.tenant(), roomTypeId, booking.propertyId(), code);
    }
}

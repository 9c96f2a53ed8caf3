package io.waymark.insights.dashboards;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a dashboard.
 *
 * @param definition one sentence that says exactly what is counted
 * @param goodWhen which direction is welcome, where one is
 * @param column of the query that answers it
 */
record Measure(
        String key,
        String name,
        Unit unit,
        String definition,
        @Nullable Direction goodWhen,
        @JsonIgnore String column) {

    /** What a figure counts in. */
    enum Unit {
        @JsonProperty("ratio")
        RATIO,
        @JsonProperty("money")
        MONEY,
        @JsonProperty("nights")
        NIGHTS,
        @JsonProperty("count")
        COUNT,
        @JsonProperty("days")
        DAYS
    }

    /** Where a figure should go. */
    enum Direction {
        @JsonProperty("up")
        UP,
        @JsonProperty("down")
        DOWN
    }

    static final Measure OCCUPANCY = up(
            "occupancy",
            "Occupancy",
            Unit.RATIO,
            "Room nights on the books or stayed, as a share of the rooms that physically could be sold; nights without a known capacity are left out.");
    static final Measure ROOM_NIGHTS = up(
            "roomNights",
            "Room nights",
            Unit.NIGHTS,
            "Rooms times nights that are on the books or were stayed in; cancelled nights, no-shows and holds do not count.");
    static final Measure CAPACITY =
            plain("capacity", "Capacity", Unit.NIGHTS, "Rooms that physically can be sold, summed over the nights.");
    static final Measure FREE = plain(
            "free",
            "Free",
            Unit.NIGHTS,
            "Capacity that is not sold, summed over the nights; an oversold night counts 0.");
    static final Measure ADR =
            up("adr", "ADR", Unit.MONEY, "Average daily rate: revenue divided by the room nights that earn it.");
    static final Measure REVPAR = up(
            "revpar",
            "RevPAR",
            Unit.MONEY,
            "Revenue per available room: revenue divided by capacity, over the nights whose capacity is known.");
    static final Measure REVENUE = up(
            "revenue",
            "Revenue",
            Unit.MONEY,
            "What the room nights earn, taxes included: each booking's total in equal parts over its room nights.");
    static final Measure BOOKINGS =
            plain("bookings", "Bookings", Unit.COUNT, "Bookings with at least one of these room nights.");
    static final Measure SHARE = plain("share", "Share", Unit.RATIO, "Part of all room nights in the period.");
    static final Measure CANCELLATION_RATE = down(
            "cancellationRate",
            "Cancelled",
            Unit.RATIO,
            "Cancelled bookings as a share of all that were ever confirmed, by day of arrival.");

    static Measure up(String key, String name, Unit unit, String definition) {
        return new Measure(key, name, unit, definition, Direction.UP, column(key));
    }

    static Measure down(String key, String name, Unit unit, String definition) {
        return new Measure(key, name, unit, definition, Direction.DOWN, column(key));
    }

    static Measure plain(String key, String name, Unit unit, String definition) {
        return new Measure(key, name, unit, definition, null, column(key));
    }

    Measure saying(String other) {
        return new Measure(key, name, unit, other, goodWhen, column);
    }

    /** {@code roomNights} is answered by {@code room_nights}. */
    private static String column(String key) {
        return key.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}

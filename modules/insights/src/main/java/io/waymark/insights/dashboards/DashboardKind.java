package io.waymark.insights.dashboards;

import static io.waymark.insights.dashboards.Measure.ADR;
import static io.waymark.insights.dashboards.Measure.BOOKINGS;
import static io.waymark.insights.dashboards.Measure.CANCELLATION_RATE;
import static io.waymark.insights.dashboards.Measure.CAPACITY;
import static io.waymark.insights.dashboards.Measure.FREE;
import static io.waymark.insights.dashboards.Measure.OCCUPANCY;
import static io.waymark.insights.dashboards.Measure.REVENUE;
import static io.waymark.insights.dashboards.Measure.REVPAR;
import static io.waymark.insights.dashboards.Measure.ROOM_NIGHTS;
import static io.waymark.insights.dashboards.Measure.SHARE;
import static io.waymark.insights.dashboards.Measure.down;
import static io.waymark.insights.dashboards.Measure.plain;
import static io.waymark.insights.dashboards.Measure.up;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waymark.insights.dashboards.Measure.Unit;
import io.waymark.insights.warehouse.NamedSql;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The dashboards: what their rows are, what is measured, and the query that answers it. */
public enum DashboardKind {
    OCCUPANCY_BY_NIGHT(
            "occupancy", "occupancy", Dimension.time("Night"), List.of(OCCUPANCY, ROOM_NIGHTS, CAPACITY, FREE)),
    PRICE_BY_NIGHT("adr", "adr", Dimension.time("Night"), List.of(ADR, REVPAR, REVENUE, ROOM_NIGHTS)),
    PICK_UP(
            "pick-up",
            "pick-up",
            Dimension.time("Day of booking"),
            List.of(
                    up(
                            "net",
                            "Pick-up",
                            Unit.NIGHTS,
                            "Room nights that came onto the books minus those that left them."),
                    up(
                            "booked",
                            "Booked",
                            Unit.NIGHTS,
                            "Room nights that came onto the books, by bookings and changes."),
                    down(
                            "cancelled",
                            "Given back",
                            Unit.NIGHTS,
                            "Room nights that left the books, by cancellations, changes, no-shows and early departures."),
                    up("bookings", "Bookings", Unit.COUNT, "Bookings that came onto the books."))),
    CANCELLATIONS(
            "cancellations",
            "cancellations",
            Dimension.time("Day of arrival"),
            List.of(
                    CANCELLATION_RATE,
                    down(
                            "noShowRate",
                            "No-shows",
                            Unit.RATIO,
                            "Bookings whose guest never came, as a share of all that were ever confirmed, by day of arrival."),
                    plain("bookings", "Bookings", Unit.COUNT, "Bookings that were ever confirmed."),
                    down("cancelled", "Cancelled bookings", Unit.COUNT, "Confirmed bookings that were called off."),
                    down("noShow", "No-show bookings", Unit.COUNT, "Confirmed bookings whose guest never came."),
                    down(
                            "lostRevenue",
                            "Lost revenue",
                            Unit.MONEY,
                            "Totals of the cancelled and no-show bookings, before any fee."))),
    LEAD_TIME(
            "lead-time",
            "lead-time",
            Dimension.number("days", "Days from booking to arrival"),
            List.of(
                    plain("bookings", "Bookings", Unit.COUNT, "Bookings made in the period that were ever confirmed."),
                    plain("share", "Share", Unit.RATIO, "Part of all bookings made in the period."),
                    CANCELLATION_RATE.saying(
                            "Cancelled bookings as a share of all made in the period and ever confirmed."),
                    ADR.saying("Totals divided by room nights, of the bookings that are on the books."),
                    plain(
                            "medianDays",
                            "Median",
                            Unit.DAYS,
                            "Half of the bookings were made at most as many days ahead."))),
    CHANNELS("channels", "mix", Dimension.category("channel", "Channel"), DashboardKind.mix()),
    MARKETS("markets", "mix", Dimension.category("market", "Market"), DashboardKind.mix()),
    COUNTRIES("countries", "mix", Dimension.category("country", "Country"), DashboardKind.mix()),
    LENGTH_OF_STAY(
            "length-of-stay",
            "length-of-stay",
            Dimension.number("nights", "Nights"),
            List.of(
                    plain("bookings", "Bookings", Unit.COUNT, "Bookings on the books that arrive in the period."),
                    plain("share", "Share", Unit.RATIO, "Part of all bookings on the books that arrive in the period."),
                    ROOM_NIGHTS.saying("Rooms times nights of these bookings."),
                    ADR.saying("Totals divided by room nights of these bookings."),
                    plain("meanNights", "Mean", Unit.DAYS, "Average number of nights of a booking."))),
    REVENUE_BY_MONTH("revenue", "revenue", Dimension.time("Month"), List.of(REVENUE, ROOM_NIGHTS, ADR, BOOKINGS));

    /** What the rows of a dashboard are. */
    record Dimension(String key, String name, Kind kind) {

        /** How rows follow each other. */
        enum Kind {
            @JsonProperty("time")
            TIME,
            @JsonProperty("category")
            CATEGORY,
            @JsonProperty("number")
            NUMBER
        }

        static Dimension time(String name) {
            return new Dimension("date", name, Kind.TIME);
        }

        static Dimension category(String key, String name) {
            return new Dimension(key, name, Kind.CATEGORY);
        }

        static Dimension number(String key, String name) {
            return new Dimension(key, name, Kind.NUMBER);
        }
    }

    private final String slug;
    private final NamedSql sql;
    private final Dimension dimension;
    private final List<Measure> measures;

    DashboardKind(String slug, String sql, Dimension dimension, List<Measure> measures) {
        this.slug = slug;
        this.sql = NamedSql.resource(sql);
        this.dimension = dimension;
        this.measures = measures;
    }

    /** The dashboard of this name, if there is one. */
    static Optional<DashboardKind> named(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
    }

    @JsonValue
    String slug() {
        return slug;
    }

    NamedSql sql() {
        return sql;
    }

    Dimension dimension() {
        return dimension;
    }

    List<Measure> measures() {
        return measures;
    }

    boolean overTime() {
        return dimension.kind() == Dimension.Kind.TIME;
    }

    private static List<Measure> mix() {
        return List.of(
                ROOM_NIGHTS,
                SHARE,
                BOOKINGS,
                REVENUE,
                ADR,
                CANCELLATION_RATE.saying(
                        "Cancelled bookings as a share of all that were ever confirmed and were to arrive in the period."));
    }
}

package io.waymark.insights.forecasts;

import io.waymark.forecast.BookedStay;
import io.waymark.forecast.DayForecast;
import io.waymark.forecast.Forecaster;
import io.waymark.insights.warehouse.NamedSql;
import io.waymark.insights.warehouse.Row;
import io.waymark.runtime.database.Database;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Trains the forecasts of one property and stores them.
 *
 * <p>Nodes share the work through the table of trainings: whoever claims a wish first carries it out, and a claim whose
 * node has died is taken over. So one node or many, no property is trained twice at a time.
 */
final class ForecastTraining {

    private static final NamedSql SCHEDULE = NamedSql.resource("forecast-schedule");
    private static final NamedSql CLAIM = NamedSql.resource("forecast-claim");
    private static final NamedSql FRAME = NamedSql.resource("forecast-frame");
    private static final NamedSql STAYS = NamedSql.resource("forecast-stays");
    private static final NamedSql STORE = NamedSql.resource("forecast-store");
    private static final NamedSql COMPARE = NamedSql.resource("forecast-compare");
    private static final NamedSql FINISH = NamedSql.resource("forecast-finish");

    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Duration OLD = Duration.ofHours(20);
    private static final Duration ABANDONED = Duration.ofMinutes(30);
    /** Origins before the newest one whose forecasts are stored too, so that there is a past to compare with at once. */
    private static final int EARLIER_ORIGINS = 63;

    private static final int EARLIER_HORIZON = 7;
    private static final String FEATURES =
            "books, cohorts' share that comes, pick-up of same weekdays and its season a year ago, pace of bookings,"
                    + " neighbours' books, guests in the house, free rooms, levels, recent errors, weekday, holidays, Easter";

    private final Database database;
    private final InstantSource clock;

    ForecastTraining(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A training that this node has taken on. */
    record Claim(String tenant, String property) {}

    private record Frame(
            @Nullable LocalDate first,
            @Nullable LocalDate today,
            @Nullable LocalDate lastArrival,
            @Nullable Integer capacity) {}

    private record Made(LocalDate origin, DayForecast day, int weekAgo) {}

    /** Asks for what the schedule wants, and says for how many properties. */
    int schedule() throws SQLException {
        return database.transact(connection -> {
            useWarehouse(connection);
            return SCHEDULE.with("now", now())
                    .with("quiet_since", now().minus(QUIET))
                    .with("old", now().minus(OLD))
                    .all(connection, row -> row.text("property_id"))
                    .size();
        });
    }

    Optional<Claim> claim() throws SQLException {
        return database.transact(connection -> {
            useWarehouse(connection);
            return CLAIM.with("now", now())
                    .with("abandoned", now().minus(ABANDONED))
                    .one(connection, row -> new Claim(row.text("tenant"), row.text("property_id")));
        });
    }

    /** Carries a training out; what goes wrong is recorded with it. */
    void train(Claim claim) throws SQLException {
        try {
            Frame frame = database.transact(connection -> {
                useWarehouse(connection);
                return bound(FRAME, claim)
                        .one(connection, ForecastTraining::frame)
                        .orElseThrow();
            });
            @Nullable LocalDate origin = origin(frame);
            @Nullable LocalDate first = frame.first();
            if (origin == null || first == null || origin.isBefore(first.plusDays(Forecaster.FEWEST_DAYS))) {
                finish(claim, null, null, "There are fewer than " + Forecaster.FEWEST_DAYS + " days to learn from.");
                return;
            }
            List<BookedStay> stays = database.transact(connection -> stays(connection, claim));
            for (ForecastSeries series : ForecastSeries.values()) {
                forecast(claim, series, stays, first, origin, frame.capacity());
            }
            finish(claim, first, origin, "");
        } catch (RuntimeException e) {
            finish(claim, null, null, "It failed: " + e);
        }
    }

    private void forecast(
            Claim claim,
            ForecastSeries series,
            List<BookedStay> stays,
            LocalDate first,
            LocalDate origin,
            @Nullable Integer capacity)
            throws SQLException {
        LocalDate last = origin.plusDays(Forecaster.LONGEST_HORIZON);
        Forecaster forecaster = new Forecaster(stays, series.counted(), first, last, capacity);
        List<Made> made = new ArrayList<>();
        for (int back = EARLIER_ORIGINS; back >= 0; back--) {
            LocalDate asOf = origin.minusDays(back);
            if (!asOf.isBefore(first.plusDays(Forecaster.FEWEST_DAYS))) {
                int horizon = back == 0 ? Forecaster.LONGEST_HORIZON : EARLIER_HORIZON;
                forecaster
                        .forecast(asOf, horizon)
                        .forEach(day ->
                                made.add(new Made(asOf, day, (int) forecaster.sold(day.date(), asOf.minusDays(7)))));
            }
        }
        List<LocalDate> over = origin.minusDays(EARLIER_ORIGINS)
                .datesUntil(origin.plusDays(1))
                .filter(day -> !day.isBefore(first))
                .toList();
        database.transact(connection -> {
            useWarehouse(connection);
            store(connection, claim, series, made);
            return bound(COMPARE, claim)
                    .with("series", series.text())
                    .with("dates", texts(over, LocalDate::toString))
                    .with("came", texts(over, day -> Integer.toString((int) forecaster.came(day))))
                    .all(connection, row -> row.number("horizon"))
                    .size();
        });
    }

    private void store(Connection connection, Claim claim, ForecastSeries series, List<Made> made) throws SQLException {
        bound(STORE, claim)
                .with("series", series.text())
                .with("model", Forecaster.MODEL)
                .with("now", now())
                .with("origins", texts(made, one -> one.origin().toString()))
                .with("dates", texts(made, one -> one.day().date().toString()))
                .with("books", texts(made, one -> Integer.toString(one.day().books())))
                .with("week_ago", texts(made, one -> Integer.toString(one.weekAgo())))
                .with("expected", texts(made, one -> decimal(one.day().expected())))
                .with(
                        "low_eighty",
                        texts(made, one -> decimal(one.day().eighty().lower())))
                .with(
                        "high_eighty",
                        texts(made, one -> decimal(one.day().eighty().upper())))
                .with(
                        "low_ninety_five",
                        texts(made, one -> decimal(one.day().ninetyFive().lower())))
                .with(
                        "high_ninety_five",
                        texts(made, one -> decimal(one.day().ninetyFive().upper())))
                .all(connection, row -> row.number("horizon"));
    }

    private void finish(Claim claim, @Nullable LocalDate from, @Nullable LocalDate origin, String failure)
            throws SQLException {
        database.transact(connection -> {
            useWarehouse(connection);
            return bound(FINISH, claim)
                    .with("now", now())
                    .with("origin", origin == null ? "" : origin.toString())
                    .with("model", Forecaster.MODEL)
                    .with("features", FEATURES)
                    .with("learned_from", from == null ? "" : from.toString())
                    .with("learned_until", origin == null ? "" : origin.toString())
                    .with("failure", failure)
                    .one(connection, row -> row.text("property_id"));
        });
    }

    /** The last day that is over; of a history that has ended, the last that still had four weeks of arrivals ahead. */
    static @Nullable LocalDate origin(@Nullable LocalDate today, @Nullable LocalDate lastArrival) {
        if (today == null || lastArrival == null) {
            return null;
        }
        LocalDate yesterday = today.minusDays(1);
        return lastArrival.isAfter(today) ? yesterday : lastArrival.minusDays(28);
    }

    private static @Nullable LocalDate origin(Frame frame) {
        return origin(frame.today(), frame.lastArrival());
    }

    private static Frame frame(Row row) throws SQLException {
        return new Frame(
                row.optionalDate("first"),
                row.optionalDate("today"),
                row.optionalDate("last_arrival"),
                row.optionalNumber("capacity"));
    }

    private static List<BookedStay> stays(Connection connection, Claim claim) throws SQLException {
        useWarehouse(connection);
        List<BookedStay> stays = new ArrayList<>();
        bound(STAYS, claim).all(connection, row -> {
            BookedStay stay = new BookedStay(
                    row.text("cohort"),
                    row.date("booked_on"),
                    row.date("arrival"),
                    row.date("departure"),
                    row.optionalDate("lost_on"));
            stays.addAll(Collections.nCopies(row.number("rooms"), stay));
            return null;
        });
        return stays;
    }

    static void useWarehouse(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path = warehouse");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static NamedSql.Bound bound(NamedSql sql, Claim claim) {
        return sql.with("tenant", claim.tenant()).with("property", claim.property());
    }

    private static <T> List<String> texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toList();
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}

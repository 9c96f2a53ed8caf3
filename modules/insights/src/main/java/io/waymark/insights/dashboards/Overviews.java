package io.waymark.insights.dashboards;

import io.waymark.http.ProblemException;
import io.waymark.insights.dashboards.Bucket.Period;
import io.waymark.insights.feed.FeedReader;
import io.waymark.insights.feed.ReservationEvent;
import io.waymark.insights.warehouse.Freshness;
import io.waymark.insights.warehouse.NamedSql;
import io.waymark.insights.warehouse.PipelineProgress;
import io.waymark.insights.warehouse.PipelineSink;
import io.waymark.insights.warehouse.Warehouse;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Puts the console's first page together, from one state of the warehouse. */
public final class Overviews {

    private static final int RECENT_EVENTS = 20;
    private static final int LEAST_DAYS_BEHIND = 28;

    private static final NamedSql NIGHTS = NamedSql.resource("operations-nights");
    private static final NamedSql BOOKS = NamedSql.resource("operations-books");
    private static final NamedSql LAST_NIGHT = NamedSql.resource("last-night");
    private static final NamedSql ARRIVALS = NamedSql.resource("operations-arrivals");
    private static final NamedSql PICK_UP = NamedSql.resource("operations-pick-up");
    private static final NamedSql MIX = NamedSql.resource("mix");
    private static final NamedSql LEAD_TIME = NamedSql.resource("lead-time");

    private final Warehouse warehouse;
    private final PipelineProgress progress;
    private final InstantSource clock;
    private final RecentAnswers<Question, OperationsOverview> recent;

    public Overviews(Warehouse warehouse, PipelineProgress progress, InstantSource clock) {
        this.warehouse = warehouse;
        this.progress = progress;
        this.clock = clock;
        this.recent = new RecentAnswers<>(clock);
    }

    /**
     * What somebody asks.
     *
     * @param property id or code; none for the first by code
     * @param days nights ahead of the day looked from
     * @param date the day looked from; none for the latest one with something to see
     */
    record Question(
            Tenant tenant,
            @Nullable String property,
            int days,
            @Nullable LocalDate date) {}

    CompletionStage<OperationsOverview> answer(Question question) {
        return recent.answer(
                question,
                () -> progress.of(PipelineSink.WAREHOUSE)
                        .thenCompose(
                                freshness -> warehouse.read(connection -> answer(connection, question, freshness))));
    }

    private OperationsOverview answer(Connection connection, Question question, Freshness freshness)
            throws SQLException {
        Portfolio portfolio = Portfolio.loadOne(connection, question.tenant(), question.property(), clock.instant());
        LocalDate today = portfolio.today();
        Reading reading = new Reading(connection, portfolio);
        LocalDate date = question.date() == null ? Opening.of(today, reading.lastNight()) : question.date();
        @Nullable PropertySummary property = portfolio.summary(connection, date);
        if (property == null) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such property.");
        }
        Period window = new Period(
                date.minusDays(Math.max(LEAST_DAYS_BEHIND, question.days() / 3)), date.plusDays(question.days()));
        Nights nights = reading.nights(window, date);
        return new OperationsOverview(
                property,
                portfolio.latest(),
                today,
                date,
                reading.metrics(date).all(),
                window.from()
                        .datesUntil(window.to())
                        .map(day -> OperationsOverview.OccupancyDay.of(nights, day, date, today))
                        .toList(),
                reading.channels(date),
                reading.leadTime(date),
                reading.feed(property.id(), date),
                freshness);
    }

    /** The queries of one answer. */
    private record Reading(Connection connection, Portfolio portfolio) {

        private NamedSql.Bound bound(NamedSql sql, Period period) {
            return sql.with("tenant", portfolio.tenant().id())
                    .with("properties", portfolio.ids())
                    .with("currency", portfolio.currencyCode())
                    .with("dimension", DashboardKind.CHANNELS.slug())
                    .with("zone", portfolio.zone().getId())
                    .with("from", period.from())
                    .with("to", period.to());
        }

        @Nullable
        LocalDate lastNight() throws SQLException {
            return LAST_NIGHT
                    .with("tenant", portfolio.tenant().id())
                    .with("properties", portfolio.ids())
                    .one(connection, row -> row.optionalDate("night"))
                    .orElse(null);
        }

        /** Every night that the page shows or compares with, as it stood at the end of this day. */
        Nights nights(Period window, LocalDate date) throws SQLException {
            Period asked =
                    new Period(window.earlier(Bucket.SAME_WEEKDAY_LAST_YEAR).from(), window.to());
            return Nights.of(bound(NIGHTS, asked).with("date", date).all(connection, Nights.Night::read));
        }

        /** What happened last: of all that has happened for today, and of all up to its end for a day before. */
        List<ReservationEvent> feed(String property, LocalDate date) throws SQLException {
            return date.isBefore(portfolio.today())
                    ? FeedReader.until(connection, portfolio.tenant(), property, date, portfolio.zone(), RECENT_EVENTS)
                    : FeedReader.recent(connection, portfolio.tenant(), property, RECENT_EVENTS);
        }

        Metrics metrics(LocalDate date) throws SQLException {
            List<Books> books = BOOKS.with("tenant", portfolio.tenant().id())
                    .with("properties", portfolio.ids())
                    .with("currency", portfolio.currencyCode())
                    .with("zone", portfolio.zone().getId())
                    .with("date", date)
                    .with("trend", Metric.TREND_DAYS)
                    .with("year", Bucket.SAME_WEEKDAY_LAST_YEAR)
                    .with("ahead", Metrics.NIGHTS_AHEAD)
                    .all(connection, Books::read);
            List<Metrics.Arrivals> arrivals = bound(ARRIVALS, Metrics.arrivalsAt(date))
                    .all(
                            connection,
                            row -> new Metrics.Arrivals(
                                    row.date("day"), row.longNumber("bookings"), row.longNumber("cancelled")));
            List<Metrics.PickUp> pickUp = bound(PICK_UP, Metrics.pickUpAt(date))
                    .all(connection, row -> new Metrics.PickUp(row.date("day"), row.longNumber("net")));
            return new Metrics(date, books, arrivals, pickUp, portfolio.currency());
        }

        List<ChannelShare> channels(LocalDate date) throws SQLException {
            Period now = new Period(date.minusDays(Metrics.MIX_DAYS), date);
            return ChannelShare.of(
                    bound(MIX, now).all(connection, ChannelShare.Sums::read),
                    bound(MIX, now.earlier(Bucket.SAME_WEEKDAY_LAST_YEAR)).all(connection, ChannelShare.Sums::read),
                    portfolio.currency());
        }

        OperationsOverview.LeadTime leadTime(LocalDate date) throws SQLException {
            List<BigDecimal> median = new ArrayList<>();
            List<OperationsOverview.LeadTime.Bin> bins = bound(
                            LEAD_TIME, new Period(date.minusDays(Metrics.LEAD_TIME_DAYS - 1), date.plusDays(1)))
                    .all(connection, row -> {
                        if (!row.isTrue("is_total")) {
                            return new OperationsOverview.LeadTime.Bin(
                                    row.number("from_days"), row.optionalNumber("to_days"), row.longNumber("bookings"));
                        }
                        @Nullable BigDecimal days = row.decimal("median_days");
                        if (days != null) {
                            median.add(days);
                        }
                        return null;
                    });
            return new OperationsOverview.LeadTime(median.isEmpty() ? null : median.getFirst(), bins);
        }
    }
}

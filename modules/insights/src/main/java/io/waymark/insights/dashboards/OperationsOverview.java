package io.waymark.insights.dashboards;

import io.waymark.insights.feed.ReservationEvent;
import io.waymark.insights.warehouse.Freshness;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One property at a glance.
 *
 * @param asOf when the newest thing happened
 * @param date the day looked from; what lies ahead of it is shown as it stood at its end
 */
record OperationsOverview(
        PropertySummary property,
        Instant asOf,
        LocalDate today,
        LocalDate date,
        List<Metric> metrics,
        List<OccupancyDay> occupancy,
        List<ChannelShare> channels,
        LeadTime leadTime,
        List<ReservationEvent> feed,
        Freshness freshness) {

    /**
     * One night of the window.
     *
     * @param sold rooms on the books at the end of the day looked from
     * @param onBooks sold as a share of capacity
     * @param actual share really slept in, of nights that are over today, also where they lie ahead of the day looked from
     * @param lastYear the final share 364 days earlier, of nights that were over on the day looked from
     */
    record OccupancyDay(
            LocalDate date,
            long capacity,
            long sold,
            BigDecimal onBooks,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal lastYear) {

        static OccupancyDay of(Nights nights, LocalDate date, LocalDate from, LocalDate today) {
            Nights.Night night = nights.on(date);
            LocalDate then = date.minusDays(Bucket.SAME_WEEKDAY_LAST_YEAR);
            @Nullable BigDecimal onBooks = night.soldShare();
            return new OccupancyDay(
                    date,
                    night.capacity(),
                    night.sold(),
                    onBooks == null ? BigDecimal.ZERO : onBooks,
                    date.isBefore(today) ? night.stayedShare() : null,
                    then.isBefore(from) ? nights.on(then).soldShare() : null);
        }
    }

    /** How long before arrival bookings were made. */
    record LeadTime(@Nullable BigDecimal medianDays, List<Bin> bins) {

        LeadTime {
            bins = List.copyOf(bins);
        }

        /**
         * Bookings made so many days ahead.
         *
         * @param toDays inclusive; absent in the last
         */
        record Bin(int fromDays, @Nullable Integer toDays, long bookings) {}
    }

    OperationsOverview {
        metrics = List.copyOf(metrics);
        occupancy = List.copyOf(occupancy);
        channels = List.copyOf(channels);
        feed = List.copyOf(feed);
    }
}

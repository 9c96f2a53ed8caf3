package io.waymark.insights.dashboards;

import io.waymark.insights.warehouse.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one channel sold.
 *
 * @param shareChange against the same days 364 days earlier; absent where nothing was sold then
 * @param adr minor units; absent without nights
 * @param cancellation share of its bookings that were cancelled
 */
record ChannelShare(
        String key,
        String name,
        BigDecimal roomNights,
        BigDecimal share,
        @Nullable BigDecimal shareChange,
        @Nullable BigDecimal adr,
        BigDecimal cancellation) {

    static final String REST = "rest";

    private static final int SHOWN = 5;

    /** The sums behind one channel's figures, which can be added up. */
    record Sums(
            String key,
            String name,
            BigDecimal roomNights,
            BigDecimal priced,
            BigDecimal revenue,
            BigDecimal bookings,
            BigDecimal cancelled) {

        private static Sums nothing(String key, String name) {
            return new Sums(
                    key, name, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        /** A row of the mix; nothing of its total. */
        static @Nullable Sums read(Row row) throws SQLException {
            return row.isTrue("is_total")
                    ? null
                    : new Sums(
                            row.text("key"),
                            row.text("name"),
                            row.amount("room_nights"),
                            row.amount("priced"),
                            row.amount("revenue"),
                            row.amount("arrivals"),
                            row.amount("cancelled"));
        }

        private Sums plus(Sums other) {
            return new Sums(
                    key,
                    name,
                    roomNights.add(other.roomNights),
                    priced.add(other.priced),
                    revenue.add(other.revenue),
                    bookings.add(other.bookings),
                    cancelled.add(other.cancelled));
        }
    }

    /**
     * The largest channels and the rest of them.
     *
     * @param now largest first
     * @param then the same days a year before
     */
    static List<ChannelShare> of(List<Sums> now, List<Sums> then, @Nullable Currency currency) {
        List<Sums> shown = new ArrayList<>(now.subList(0, Math.min(SHOWN, now.size())));
        now.stream()
                .skip(SHOWN)
                .reduce(Sums::plus)
                .ifPresent(
                        rest -> shown.add(Sums.nothing(REST, "Everything else").plus(rest)));
        BigDecimal allNow = total(now);
        BigDecimal allThen = total(then);
        Map<String, BigDecimal> nightsThen = new HashMap<>();
        then.forEach(channel -> nightsThen.put(channel.key(), channel.roomNights()));
        BigDecimal shownThen = shown.stream()
                .map(channel -> nightsThen.getOrDefault(channel.key(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        nightsThen.put(REST, allThen.subtract(shownThen));
        return shown.stream()
                .map(channel -> share(
                        channel, allNow, nightsThen.getOrDefault(channel.key(), BigDecimal.ZERO), allThen, currency))
                .toList();
    }

    private static ChannelShare share(
            Sums channel, BigDecimal allNow, BigDecimal then, BigDecimal allThen, @Nullable Currency currency) {
        BigDecimal share = orZero(Figures.ratio(channel.roomNights(), allNow));
        @Nullable BigDecimal shareThen = Figures.ratio(then, allThen);
        return new ChannelShare(
                channel.key(),
                channel.name(),
                channel.roomNights(),
                share,
                shareThen == null ? null : Figures.plain(share.subtract(shareThen)),
                currency == null || channel.priced().signum() == 0
                        ? null
                        : Figures.minor(channel.revenue(), currency).divide(channel.priced(), 0, RoundingMode.HALF_UP),
                orZero(Figures.ratio(channel.cancelled(), channel.bookings())));
    }

    private static BigDecimal total(List<Sums> channels) {
        return channels.stream().map(Sums::roomNights).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}

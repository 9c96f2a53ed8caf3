package io.waymark.channels.status;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.connection.Outbound;
import io.waymark.channels.feed.Offers;
import io.waymark.channels.feed.SyncList;
import io.waymark.channels.sync.ChannelSync;
import io.waymark.channels.sync.ChannelSync.Open;
import io.waymark.channels.sync.ChannelSyncCommand;
import io.waymark.channels.sync.DayOffer.Terms;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Whether a room costs the same everywhere: our own price for two, night by night, beside what each channel acknowledged.
 * Where one channel has another price, or none where we have one, there is no parity.
 */
final class RateParity {

    private static final int MOST_SYNCS = 200;

    private final ChannelConnections connections;
    private final SyncList list;
    private final Offers offers;
    private final Entities<ChannelSync, ChannelSyncCommand> syncs;

    RateParity(
            ChannelConnections connections,
            SyncList list,
            Offers offers,
            Entities<ChannelSync, ChannelSyncCommand> syncs) {
        this.connections = connections;
        this.list = list;
        this.offers = offers;
        this.syncs = syncs;
    }

    /** The report. */
    record Report(LocalDate from, LocalDate to, long nights, long broken, List<Row> items) {}

    /** A night of a room type. */
    record Row(
            String propertyId,
            String hotelCode,
            String roomTypeId,
            String roomTypeCode,
            LocalDate date,
            @Nullable Money own,
            List<Seen> channels,
            boolean parity) {}

    /** A channel's price, as it acknowledged it. */
    record Seen(String connection, @Nullable Money price) {}

    /** What one channel has of one room type. */
    private record Compared(
            SyncList.Entry entry, Map<LocalDate, @Nullable Money> own, Map<LocalDate, @Nullable Money> seen) {}

    /**
     * The nights of the range.
     *
     * @param brokenOnly whether nights with parity are left out
     */
    CompletionStage<Report> report(Tenant tenant, @Nullable String propertyId, DateRange dates, boolean brokenOnly) {
        return connections
                .of(tenant)
                .thenCompose(all -> list.entries(tenant, null, null, null, MOST_SYNCS)
                        .thenCompose(entries -> {
                            CompletionStage<List<Compared>> compared = CompletableFuture.completedFuture(List.of());
                            for (SyncList.Entry entry : entries) {
                                if (propertyId == null || propertyId.equals(entry.propertyId())) {
                                    compared = compared.thenCompose(before ->
                                            compared(all, entry, dates).thenApply(one -> with(before, one)));
                                }
                            }
                            return compared.thenApply(found -> report(found, dates, brokenOnly));
                        }));
    }

    private CompletionStage<Optional<Compared>> compared(
            List<ChannelConnection> all, SyncList.Entry entry, DateRange dates) {
        Optional<ChannelConnection> connection = all.stream()
                .filter(candidate -> candidate.name().equals(entry.connection()))
                .findFirst();
        Optional<Outbound> outbound = connection.flatMap(found -> Optional.ofNullable(found.outbound()));
        if (connection.isEmpty() || outbound.isEmpty() || outbound.get().ratePlan() == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return offers.of(connection.get(), outbound.get(), entry.roomTypeId(), dates)
                .thenCompose(offered -> syncs.read(connection.get().tenant(), entry.id())
                        .thenApply(reply -> offered.flatMap(ours -> open(reply).map(open -> {
                            Map<LocalDate, @Nullable Money> own = new TreeMap<>();
                            ours.days().forEach((date, day) -> own.put(date, price(day.terms())));
                            Map<LocalDate, @Nullable Money> seen = new TreeMap<>();
                            open.acknowledgedTerms().forEach((date, terms) -> seen.put(date, price(terms)));
                            return new Compared(entry, own, seen);
                        }))));
    }

    private static Optional<Open> open(Reply<ChannelSync> reply) {
        return reply instanceof Reply.Done<ChannelSync> done && done.state() instanceof Open open
                ? Optional.of(open)
                : Optional.empty();
    }

    private static @Nullable Money price(@Nullable Terms terms) {
        return terms == null ? null : terms.price();
    }

    private static List<Compared> with(List<Compared> before, Optional<Compared> one) {
        List<Compared> all = new ArrayList<>(before);
        one.ifPresent(all::add);
        return all;
    }

    private static Report report(List<Compared> found, DateRange dates, boolean brokenOnly) {
        Map<String, List<Compared>> byRoomType = new TreeMap<>();
        found.forEach(one -> byRoomType
                .computeIfAbsent(one.entry().hotelCode() + "/" + one.entry().roomTypeCode(), key -> new ArrayList<>())
                .add(one));
        List<Row> rows = new ArrayList<>();
        byRoomType
                .values()
                .forEach(channels -> dates.dates()
                        .map(date -> row(channels, date))
                        .filter(RateParity::priced)
                        .forEach(rows::add));
        long broken = rows.stream().filter(row -> !row.parity()).count();
        return new Report(
                dates.from(),
                dates.to(),
                rows.size(),
                broken,
                brokenOnly ? rows.stream().filter(row -> !row.parity()).toList() : rows);
    }

    /** Whether anybody has a price: without one there is nothing to compare. */
    private static boolean priced(Row row) {
        return row.own() != null || row.channels().stream().anyMatch(channel -> channel.price() != null);
    }

    private static Row row(List<Compared> channels, LocalDate date) {
        SyncList.Entry entry = channels.getFirst().entry();
        @Nullable Money own = channels.getFirst().own().get(date);
        List<Seen> seen = channels.stream()
                .map(channel ->
                        new Seen(channel.entry().connection(), channel.seen().get(date)))
                .toList();
        return new Row(
                entry.propertyId(),
                entry.hotelCode(),
                entry.roomTypeId(),
                entry.roomTypeCode(),
                date,
                own,
                seen,
                seen.stream().allMatch(channel -> Objects.equals(channel.price(), own)));
    }
}

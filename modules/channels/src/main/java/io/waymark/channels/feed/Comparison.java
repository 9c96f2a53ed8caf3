package io.waymark.channels.feed;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.Outbound;
import io.waymark.channels.partner.Partner;
import io.waymark.channels.sync.ChannelSync;
import io.waymark.channels.sync.ChannelSync.Open;
import io.waymark.channels.sync.ChannelSyncCommand.Report;
import io.waymark.channels.sync.ChannelSyncs;
import io.waymark.channels.sync.DayOffer;
import io.waymark.channels.sync.Runs;
import io.waymark.events.channels.ChannelSyncEvent.DivergedDate;
import io.waymark.kernel.DateRange;
import io.waymark.runtime.entity.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Looks whether three things agree: the inventory, what the channel acknowledged, and what it says it has where its
 * protocol lets us ask. What does not is marked to be told again.
 *
 * <p>A channel that has just sold a room has one less than it acknowledged until the sale is with us. So a difference is
 * one only if it is still there, with the same number, after the time in which a sale arrives.
 */
final class Comparison {

    private final Feeding feeding;
    private final ConnectionFeed feed;

    Comparison(Feeding feeding, ConnectionFeed feed) {
        this.feeding = feeding;
        this.feed = feed;
    }

    /** Compares every room type that the channel was told about, one after the other. */
    CompletionStage<Integer> round(ChannelConnection connection, Outbound outbound) {
        return feeding.hotels()
                .now(connection.tenant())
                .thenCompose(today -> feeding.list()
                        .roomTypes(connection.tenant(), connection.name())
                        .thenCompose(roomTypes -> {
                            CompletionStage<Integer> compared = CompletableFuture.completedFuture(0);
                            for (String roomTypeId : roomTypes) {
                                compared = compared.thenCompose(before -> one(connection, outbound, roomTypeId, today)
                                        .thenApply(marked -> before + marked));
                            }
                            return compared;
                        }));
    }

    /** Marks everything there is, to be told whatever was acknowledged before. */
    CompletionStage<Integer> refresh(ChannelConnection connection, Outbound outbound) {
        return feeding.hotels()
                .now(connection.tenant())
                .thenCompose(today -> feeding.hotels()
                        .roomTypeIds(connection.tenant())
                        .thenCompose(roomTypes -> {
                            CompletionStage<Integer> marked = CompletableFuture.completedFuture(0);
                            for (String roomTypeId : roomTypes) {
                                marked = marked.thenCompose(before -> feeding.marks()
                                        .mark(
                                                connection.tenant(),
                                                connection.name(),
                                                roomTypeId,
                                                ConnectionFeed.window(outbound, today),
                                                true));
                            }
                            return marked;
                        }));
    }

    private CompletionStage<Integer> one(
            ChannelConnection connection, Outbound outbound, String roomTypeId, Instant today) {
        if (!feed.reserve(roomTypeId)) {
            // It is being told something right now; the next round will find it quiet.
            return CompletableFuture.completedFuture(0);
        }
        CompletionStage<Integer> compared = withInventory(connection, outbound, roomTypeId, today)
                .thenCompose(marked ->
                        withChannel(connection, outbound, roomTypeId, today).thenApply(diverged -> marked + diverged));
        feed.alone(roomTypeId, compared);
        return compared.exceptionally(failure -> 0);
    }

    private CompletionStage<Integer> withInventory(
            ChannelConnection connection, Outbound outbound, String roomTypeId, Instant today) {
        return feeding.offers()
                .of(connection, outbound, roomTypeId, ConnectionFeed.window(outbound, today))
                .thenCompose(offered -> state(connection, roomTypeId)
                        .thenCompose(state -> offered.isEmpty()
                                ? CompletableFuture.completedFuture(0)
                                : mark(
                                        connection,
                                        roomTypeId,
                                        stale(offered.get().days(), state),
                                        false)));
    }

    /** Dates that the channel has otherwise than we would tell it now. */
    private static Collection<LocalDate> stale(SortedMap<LocalDate, DayOffer> offers, Optional<Open> state) {
        return offers.entrySet().stream()
                .filter(day -> state.isEmpty()
                        || !Integer.valueOf(day.getValue().rooms())
                                .equals(state.get().acknowledgedRooms().get(day.getKey()))
                        || (day.getValue().terms() != null
                                && !Objects.equals(
                                        day.getValue().terms(),
                                        state.get().acknowledgedTerms().get(day.getKey())))
                        || state.get().doubtfulUntil(day.getKey()) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private CompletionStage<Integer> withChannel(
            ChannelConnection connection, Outbound outbound, String roomTypeId, Instant today) {
        return state(connection, roomTypeId).thenCompose(state -> {
            DateRange window = ConnectionFeed.window(outbound, today);
            Optional<CompletionStage<SortedMap<LocalDate, Integer>>> asked =
                    state.flatMap(open -> partner(connection).rooms(outbound, open.mapping(), window));
            return asked.isEmpty()
                    ? CompletableFuture.completedFuture(0)
                    : asked.get().thenCompose(first -> {
                        Set<LocalDate> suspects = suspects(state.get(), window, first);
                        return suspects.isEmpty()
                                ? CompletableFuture.completedFuture(0)
                                : again(connection, outbound, state.get(), window, first, suspects, today);
                    });
        });
    }

    private CompletionStage<Integer> again(
            ChannelConnection connection,
            Outbound outbound,
            Open open,
            DateRange window,
            SortedMap<LocalDate, Integer> first,
            Set<LocalDate> suspects,
            Instant today) {
        String roomTypeId = open.mapping().roomTypeId();
        return CompletableFuture.supplyAsync(
                        () -> 0,
                        CompletableFuture.delayedExecutor(outbound.timeLimit().toMillis(), TimeUnit.MILLISECONDS))
                .thenCompose(waited -> partner(connection)
                        .rooms(outbound, open.mapping(), window)
                        .orElseThrow())
                .thenCompose(second -> {
                    Set<LocalDate> lasting = suspects.stream()
                            .filter(date -> Objects.equals(first.get(date), second.get(date)))
                            .collect(Collectors.toUnmodifiableSet());
                    return lasting.isEmpty()
                            ? CompletableFuture.completedFuture(0)
                            : feed.ask(connection, roomTypeId, new Report(lasting, second), today)
                                    .thenCompose(reply -> mark(connection, roomTypeId, diverged(reply), true));
                });
    }

    private static Set<LocalDate> suspects(Open open, DateRange window, SortedMap<LocalDate, Integer> reported) {
        return open.acknowledgedRooms().entrySet().stream()
                .filter(day ->
                        window.contains(day.getKey()) && !Objects.equals(day.getValue(), reported.get(day.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<LocalDate> diverged(Reply<ChannelSync> reply) {
        return reply instanceof Reply.Done<ChannelSync> done && done.state() instanceof Open open
                ? open.diverged().stream().map(DivergedDate::date).toList()
                : List.of();
    }

    private CompletionStage<Integer> mark(
            ChannelConnection connection, String roomTypeId, Collection<LocalDate> dates, boolean again) {
        CompletionStage<Integer> marked = CompletableFuture.completedFuture(0);
        for (DateRange run : Runs.of(new TreeSet<>(dates))) {
            marked = marked.thenCompose(before -> feeding.marks()
                    .mark(connection.tenant(), connection.name(), roomTypeId, run, again)
                    .thenApply(more -> before + more));
        }
        return marked;
    }

    private CompletionStage<Optional<Open>> state(ChannelConnection connection, String roomTypeId) {
        return feeding.syncs()
                .read(connection.tenant(), ChannelSyncs.id(connection.tenant(), connection.name(), roomTypeId))
                .thenApply(reply -> reply instanceof Reply.Done<ChannelSync> done && done.state() instanceof Open open
                        ? Optional.of(open)
                        : Optional.empty());
    }

    private Partner partner(ChannelConnection connection) {
        return Objects.requireNonNull(feeding.partners().get(connection.protocol()), "every protocol has a partner");
    }
}

package io.waymark.channels.feed;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.Outbound;
import io.waymark.channels.feed.Offers.Offered;
import io.waymark.channels.feed.SyncMarks.Mark;
import io.waymark.channels.sync.ChannelSync;
import io.waymark.channels.sync.ChannelSync.Open;
import io.waymark.channels.sync.ChannelSync.Trouble;
import io.waymark.channels.sync.ChannelSyncCommand;
import io.waymark.channels.sync.ChannelSyncCommand.Offer;
import io.waymark.channels.sync.ChannelSyncs;
import io.waymark.channels.sync.DayOffer;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds one connection: takes the dates that wait to the entities of their room types, within the channel's rate, and puts
 * the marks away when the entity says that the channel has them.
 *
 * <p>One worker of the cluster feeds a connection, so the rate is counted in one place. A message that is repeated because
 * its node died is beyond that count: at most one for each room type.
 */
final class ConnectionFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionFeed.class);
    private static final int UNDER_WAY_AT_MOST = 16;
    private static final Duration REJECTED_AGAIN = Duration.ofMinutes(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final Feeding feeding;
    private final RateLimit limit;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();
    private volatile Instant pausedUntil = Instant.MIN;

    ConnectionFeed(Feeding feeding) {
        this.feeding = feeding;
        this.limit = new RateLimit(feeding.clock().instant());
    }

    /** Starts what is due and may go; says whether there was anything. */
    CompletionStage<Boolean> round(ChannelConnection connection, Outbound outbound) {
        Instant now = feeding.clock().instant();
        resting.values().removeIf(until -> !now.isBefore(until));
        if (now.isBefore(pausedUntil) || busy.size() >= UNDER_WAY_AT_MOST) {
            return CompletableFuture.completedFuture(false);
        }
        Set<String> except = ConcurrentHashMap.newKeySet();
        except.addAll(busy);
        except.addAll(resting.keySet());
        return feeding.marks()
                .due(connection.tenant(), connection.name(), except)
                .thenApply(due -> {
                    boolean any = false;
                    for (String roomTypeId : due) {
                        if (busy.size() < UNDER_WAY_AT_MOST
                                && limit.take(
                                        outbound.messagesPerSecond(),
                                        feeding.clock().instant())
                                && busy.add(roomTypeId)) {
                            any = true;
                            watched(roomTypeId, tell(connection, outbound, roomTypeId));
                        }
                    }
                    return any;
                });
    }

    /** Keeps a room type to this piece of work until it is done; false where another has it. */
    boolean alone(String roomTypeId, CompletionStage<?> work) {
        watched(roomTypeId, work);
        return true;
    }

    boolean reserve(String roomTypeId) {
        return busy.add(roomTypeId);
    }

    private void watched(String roomTypeId, CompletionStage<?> work) {
        work.whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("{} could not be told and is tried again: {}", roomTypeId, failure.toString());
                resting.put(roomTypeId, feeding.clock().instant().plus(AFTER_A_FAILURE));
            }
            busy.remove(roomTypeId);
            feeding.more().run();
        });
    }

    private CompletionStage<Integer> tell(ChannelConnection connection, Outbound outbound, String roomTypeId) {
        Tenant tenant = connection.tenant();
        return feeding.hotels()
                .now(tenant)
                .thenCompose(today -> feeding.marks()
                        .load(tenant, connection.name(), roomTypeId, outbound.datesPerMessage())
                        .thenCompose(marks -> marks.isEmpty()
                                ? CompletableFuture.completedFuture(0)
                                : tell(connection, outbound, roomTypeId, marks, today)));
    }

    private CompletionStage<Integer> tell(
            ChannelConnection connection, Outbound outbound, String roomTypeId, List<Mark> marks, Instant today) {
        DateRange span =
                new DateRange(marks.getFirst().date(), marks.getLast().date().plusDays(1));
        return feeding.offers().of(connection, outbound, roomTypeId, span).thenCompose(offered -> {
            SortedMap<LocalDate, DayOffer> wanted = offered.map(found -> wanted(found, marks, window(outbound, today)))
                    .orElseGet(TreeMap::new);
            if (offered.isEmpty() || wanted.isEmpty()) {
                return feeding.marks().settle(connection.tenant(), connection.name(), roomTypeId, marks, null);
            }
            Set<LocalDate> again = marks.stream()
                    .filter(mark -> mark.again() && wanted.containsKey(mark.date()))
                    .map(Mark::date)
                    .collect(Collectors.toUnmodifiableSet());
            return ask(connection, roomTypeId, new Offer(offered.get().mapping(), wanted, again), today)
                    .thenCompose(reply -> settle(connection, roomTypeId, marks, reply));
        });
    }

    CompletionStage<Reply<ChannelSync>> ask(
            ChannelConnection connection, String roomTypeId, ChannelSyncCommand command, Instant today) {
        return feeding.syncs()
                .ask(
                        ChannelSyncs.id(connection.tenant(), connection.name(), roomTypeId),
                        command,
                        feeding.origin(connection, today));
    }

    static DateRange window(Outbound outbound, Instant today) {
        LocalDate first = LocalDate.ofInstant(today, ZoneOffset.UTC);
        return new DateRange(first, first.plusDays(outbound.daysAhead()));
    }

    private static SortedMap<LocalDate, DayOffer> wanted(Offered offered, List<Mark> marks, DateRange window) {
        SortedMap<LocalDate, DayOffer> wanted = new TreeMap<>();
        for (Mark mark : marks) {
            @Nullable DayOffer offer = offered.days().get(mark.date());
            if (offer != null && window.contains(mark.date())) {
                wanted.put(mark.date(), offer);
            }
        }
        return wanted;
    }

    private CompletionStage<Integer> settle(
            ChannelConnection connection, String roomTypeId, List<Mark> marks, Reply<ChannelSync> reply) {
        Instant now = feeding.clock().instant();
        if (!(reply instanceof Reply.Done<ChannelSync> done) || !(done.state() instanceof Open open)) {
            resting.put(roomTypeId, now.plus(AFTER_A_FAILURE));
            return CompletableFuture.completedFuture(0);
        }
        @Nullable Trouble trouble = open.trouble();
        if (trouble != null) {
            return rest(connection, roomTypeId, trouble, marks);
        }
        Map<Optional<Instant>, List<Mark>> byFate = new HashMap<>(marks.stream()
                .collect(Collectors.groupingBy(mark -> Optional.ofNullable(restsUntil(open, mark, now)))));
        CompletionStage<Integer> settled = CompletableFuture.completedFuture(0);
        for (Map.Entry<Optional<Instant>, List<Mark>> fate : byFate.entrySet()) {
            settled = settled.thenCompose(before -> feeding.marks()
                    .settle(
                            connection.tenant(),
                            connection.name(),
                            roomTypeId,
                            fate.getValue(),
                            fate.getKey().orElse(null)));
        }
        return settled;
    }

    /** The marks stay as they are; what the dates are worth is looked up anew when they are offered again. */
    private CompletionStage<Integer> rest(
            ChannelConnection connection, String roomTypeId, Trouble trouble, List<Mark> marks) {
        resting.put(roomTypeId, trouble.retryAt());
        if (trouble.failures() == 0) {
            // The channel wants fewer messages, not fewer of this room type.
            pausedUntil = trouble.retryAt();
        }
        LOG.debug("{} of {} rests until {}: {}", roomTypeId, connection.name(), trouble.retryAt(), trouble.reason());
        return CompletableFuture.completedFuture(marks.size());
    }

    private static @Nullable Instant restsUntil(Open open, Mark mark, Instant now) {
        if (open.rejection() != null && open.rejection().dates().contains(mark.date())) {
            return now.plus(REJECTED_AGAIN);
        }
        return open.doubtfulUntil(mark.date());
    }
}

package io.waymark.channels.sync;

import io.waymark.channels.sync.ChannelSync.Open;
import io.waymark.channels.sync.ChannelSync.Outgoing;
import io.waymark.channels.sync.ChannelSync.Outgoing.RoomsMessage;
import io.waymark.channels.sync.ChannelSync.Outgoing.TermsMessage;
import io.waymark.channels.sync.ChannelSync.Rejection;
import io.waymark.channels.sync.ChannelSync.Trouble;
import io.waymark.channels.sync.ChannelSync.Unopened;
import io.waymark.channels.sync.ChannelSyncCommand.Acknowledge;
import io.waymark.channels.sync.ChannelSyncCommand.Fail;
import io.waymark.channels.sync.ChannelSyncCommand.Offer;
import io.waymark.channels.sync.ChannelSyncCommand.Report;
import io.waymark.channels.sync.DayOffer.Terms;
import io.waymark.events.channels.ChannelSyncEvent;
import io.waymark.events.channels.ChannelSyncEvent.DivergedDate;
import io.waymark.events.channels.ChannelSyncEvent.DivergenceFound;
import io.waymark.events.channels.ChannelSyncEvent.Failure;
import io.waymark.events.channels.ChannelSyncEvent.MessageAcknowledged;
import io.waymark.events.channels.ChannelSyncEvent.MessageFailed;
import io.waymark.events.channels.ChannelSyncEvent.OfferedRooms;
import io.waymark.events.channels.ChannelSyncEvent.OfferedTerms;
import io.waymark.events.channels.ChannelSyncEvent.RoomsOffered;
import io.waymark.events.channels.ChannelSyncEvent.SyncOpened;
import io.waymark.events.channels.ChannelSyncEvent.TermsOffered;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the sync of one room type with one channel.
 *
 * <p>Only what the channel does not know is sent, one message at a time, and an answer counts for the message under way and
 * for no other: late and repeated answers change nothing. Where it is unknown whether a message arrived it may still do so,
 * behind later ones; its dates are doubtful until it no longer can, and are told once more after that.
 */
final class ChannelSyncRules implements Rules<ChannelSync, ChannelSyncCommand, ChannelSyncEvent> {

    /** Reported of a date that the channel does not have. */
    static final int NOTHING = -1;

    private static final int MOST_DIVERGED = 400;
    private static final int DAYS_KEPT = 2;

    @Override
    public ChannelSync empty() {
        return new Unopened();
    }

    @Override
    public Decision<ChannelSyncEvent> decide(ChannelSync state, ChannelSyncCommand command, Moment moment) {
        return switch (command) {
            case Offer offer -> offer(state, offer, moment.now());
            case Acknowledge acknowledge -> acknowledge(state, acknowledge);
            case Fail fail -> fail(state, fail, moment.now());
            case Report report -> report(state, report);
        };
    }

    @Override
    public ChannelSync evolve(ChannelSync state, ChannelSyncEvent event, Instant occurredAt) {
        return switch (event) {
            case SyncOpened opened ->
                Open.of(new ChannelSync.Mapping(
                        opened.connection(),
                        opened.propertyId(),
                        opened.hotelCode(),
                        opened.roomTypeId(),
                        opened.roomTypeCode()));
            case RoomsOffered offered ->
                queued(
                        open(state, event),
                        new RoomsMessage(offered.number(), offered.offeredAt(), rooms(offered.rooms())));
            case TermsOffered offered ->
                queued(
                        open(state, event),
                        new TermsMessage(offered.number(), offered.offeredAt(), terms(offered.terms())));
            case MessageAcknowledged acknowledged -> acknowledged(open(state, event), acknowledged, occurredAt);
            case MessageFailed failed -> failed(open(state, event), failed);
            case DivergenceFound found -> diverged(open(state, event), found.dates());
        };
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("channel-sync", "1");
    }

    private static Decision<ChannelSyncEvent> offer(ChannelSync state, Offer offer, Instant now) {
        List<ChannelSyncEvent> events = new ArrayList<>();
        Open open = switch (state) {
            case Unopened unopened -> {
                events.add(opened(offer.mapping()));
                yield Open.of(offer.mapping());
            }
            case Open before -> before;
        };
        if (!open.queue().isEmpty()) {
            return Decision.refuse(ProblemCode.CONFLICT, "a message is under way");
        }
        @Nullable Trouble trouble = open.trouble();
        if (trouble != null && now.isBefore(trouble.retryAt())) {
            return Decision.refuse(ProblemCode.UNAVAILABLE, "the channel is left alone until " + trouble.retryAt());
        }
        SortedMap<LocalDate, Integer> rooms = new TreeMap<>();
        SortedMap<LocalDate, Terms> terms = new TreeMap<>();
        offer.offers().forEach((date, day) -> {
            boolean again = offer.again().contains(date) || open.isDiverged(date);
            if (again || open.rooms().needs(date, day.rooms())) {
                rooms.put(date, day.rooms());
            }
            if (day.terms() != null && open.terms().needs(date, day.terms())) {
                terms.put(date, day.terms());
            }
        });
        long number = open.number();
        if (!rooms.isEmpty()) {
            events.add(new RoomsOffered(++number, now, Runs.of(rooms, OfferedRooms::new)));
        }
        if (!terms.isEmpty()) {
            events.add(new TermsOffered(++number, now, Runs.of(terms, ChannelSyncRules::offered)));
        }
        return Decision.accept(events);
    }

    private static Decision<ChannelSyncEvent> acknowledge(ChannelSync state, Acknowledge acknowledge) {
        return underWay(state, acknowledge.number())
                ? Decision.accept(new MessageAcknowledged(
                        acknowledge.number(),
                        Runs.of(acknowledge.rejected()),
                        acknowledge.rejected().isEmpty() ? null : acknowledge.reason()))
                : Decision.unchanged();
    }

    private static Decision<ChannelSyncEvent> fail(ChannelSync state, Fail fail, Instant now) {
        if (!(state instanceof Open open) || !underWay(state, fail.number())) {
            return Decision.unchanged();
        }
        Duration pause = fail.retryAfter() == null
                ? BackOff.after(
                        failures(open, fail.failure()) + (fail.failure() == Failure.LIMITED ? 1 : 0), fail.jitter())
                : fail.retryAfter();
        return Decision.accept(new MessageFailed(
                fail.number(),
                fail.failure(),
                fail.reason(),
                now.plus(pause),
                fail.lateAfter() == null ? null : now.plus(fail.lateAfter())));
    }

    private static Decision<ChannelSyncEvent> report(ChannelSync state, Report report) {
        if (!(state instanceof Open open) || !open.queue().isEmpty()) {
            return Decision.unchanged();
        }
        List<DivergedDate> found = open.acknowledgedRooms().entrySet().stream()
                .filter(day -> report.asked().contains(day.getKey()))
                .map(day -> new DivergedDate(
                        day.getKey(), day.getValue(), report.rooms().getOrDefault(day.getKey(), NOTHING)))
                .filter(day -> day.acknowledged() != day.reported())
                .limit(MOST_DIVERGED)
                .toList();
        return found.isEmpty() || open.diverged().containsAll(found)
                ? Decision.unchanged()
                : Decision.accept(new DivergenceFound(found));
    }

    /** Whether this very message waits for its answer; any other answer is late or repeated. */
    private static boolean underWay(ChannelSync state, long number) {
        return state instanceof Open open
                && !open.queue().isEmpty()
                && open.queue().getFirst().number() == number;
    }

    private static int failures(Open open, Failure failure) {
        int before = open.trouble() == null ? 0 : open.trouble().failures();
        // To be asked for patience is no failure of anybody.
        return failure == Failure.LIMITED ? before : before + 1;
    }

    private static Open queued(Open open, Outgoing message) {
        List<Outgoing> queue = new ArrayList<>(open.queue());
        queue.add(message);
        return new Open(
                open.mapping(),
                message.number(),
                open.rooms(),
                open.terms(),
                queue,
                open.trouble(),
                open.rejection(),
                open.diverged(),
                open.acknowledgedAt());
    }

    private static Open acknowledged(Open open, MessageAcknowledged event, Instant occurredAt) {
        Outgoing message = head(open, event.number());
        LocalDate first = LocalDate.ofInstant(occurredAt, ZoneOffset.UTC).minusDays(DAYS_KEPT);
        List<LocalDate> rejected =
                event.rejected().stream().flatMap(DateRange::dates).toList();
        Book<Integer> rooms = open.rooms().from(first);
        Book<Terms> terms = open.terms().from(first);
        List<DivergedDate> diverged = open.diverged();
        switch (message) {
            case RoomsMessage sent -> {
                rooms = rooms.acknowledged(sent.rooms(), rejected, sent.offeredAt());
                diverged = diverged.stream()
                        .filter(day -> !sent.rooms().containsKey(day.date()))
                        .toList();
            }
            case TermsMessage sent -> terms = terms.acknowledged(sent.terms(), rejected, sent.offeredAt());
        }
        return new Open(
                open.mapping(),
                open.number(),
                rooms,
                terms,
                open.queue().subList(1, open.queue().size()),
                null,
                rejected.isEmpty()
                        ? null
                        : new Rejection(
                                rejected.stream().collect(Collectors.toUnmodifiableSet()),
                                String.valueOf(event.reason())),
                diverged,
                occurredAt);
    }

    private static Open failed(Open open, MessageFailed event) {
        Outgoing message = head(open, event.number());
        @Nullable Instant until = event.doubtfulUntil();
        return new Open(
                open.mapping(),
                open.number(),
                message instanceof RoomsMessage sent
                        ? open.rooms().doubted(sent.rooms().keySet(), until)
                        : open.rooms(),
                message instanceof TermsMessage sent
                        ? open.terms().doubted(sent.terms().keySet(), until)
                        : open.terms(),
                List.of(),
                new Trouble(failures(open, event.failure()), event.reason(), event.retryAt()),
                open.rejection(),
                open.diverged(),
                open.acknowledgedAt());
    }

    private static Open diverged(Open open, List<DivergedDate> dates) {
        return new Open(
                open.mapping(),
                open.number(),
                open.rooms(),
                open.terms(),
                open.queue(),
                open.trouble(),
                open.rejection(),
                dates,
                open.acknowledgedAt());
    }

    private static Outgoing head(Open open, long number) {
        if (open.queue().isEmpty() || open.queue().getFirst().number() != number) {
            throw new IllegalStateException("message " + number + " is not under way");
        }
        return open.queue().getFirst();
    }

    private static Open open(ChannelSync state, ChannelSyncEvent event) {
        if (state instanceof Open open) {
            return open;
        }
        throw new IllegalStateException(event + " cannot follow " + state);
    }

    private static SyncOpened opened(ChannelSync.Mapping mapping) {
        return new SyncOpened(
                mapping.connection(),
                mapping.propertyId(),
                mapping.hotelCode(),
                mapping.roomTypeId(),
                mapping.roomTypeCode());
    }

    private static OfferedTerms offered(DateRange dates, Terms terms) {
        return new OfferedTerms(
                dates, terms.price(), terms.minStay(), terms.closedToArrival(), terms.closedToDeparture());
    }

    private static SortedMap<LocalDate, Integer> rooms(List<OfferedRooms> offered) {
        SortedMap<LocalDate, Integer> rooms = new TreeMap<>();
        offered.forEach(run -> run.dates().dates().forEach(date -> rooms.put(date, run.rooms())));
        return rooms;
    }

    private static SortedMap<LocalDate, Terms> terms(List<OfferedTerms> offered) {
        SortedMap<LocalDate, Terms> terms = new TreeMap<>();
        offered.forEach(run -> run.dates()
                .dates()
                .forEach(date -> terms.put(
                        date, new Terms(run.price(), run.minStay(), run.closedToArrival(), run.closedToDeparture()))));
        return terms;
    }
}

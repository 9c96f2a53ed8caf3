package io.waymark.channels.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.channels.sync.ChannelSync.Mapping;
import io.waymark.channels.sync.ChannelSync.Open;
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
import io.waymark.events.channels.ChannelSyncEvent.RoomsOffered;
import io.waymark.events.channels.ChannelSyncEvent.SyncOpened;
import io.waymark.events.channels.ChannelSyncEvent.TermsOffered;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Decision.Accept;
import io.waymark.runtime.entity.Decision.Refuse;
import io.waymark.runtime.entity.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every pair of state and command, as function calls. */
class ChannelSyncRulesTest {

    private static final Instant NOON = Instant.parse("2031-01-01T12:00:00Z");
    private static final LocalDate MAY = LocalDate.of(2031, 5, 1);
    private static final Mapping MAPPING = new Mapping("ota", "prp_1", "H", "rmt_1", "A");
    private static final Terms PRICED = new Terms(Money.of(9_900, "EUR"), 2, false, false);

    private final ChannelSyncRules rules = new ChannelSyncRules();
    private ChannelSync state = new Unopened();
    private Instant now = NOON;

    @Test
    void theFirstOfferOpensTheSyncAndSendsOneMessageOfNeighbouringDates() {
        assertThat(ask(offer(Map.of(0, 3, 1, 3, 3, 5))))
                .containsExactly(
                        new SyncOpened("ota", "prp_1", "H", "rmt_1", "A"),
                        new RoomsOffered(1, NOON, List.of(rooms(0, 2, 3), rooms(3, 4, 5))));
        assertThat(open().queue()).hasSize(1);
    }

    @Test
    void pricesFollowTheRoomsInAMessageOfTheirOwn() {
        List<ChannelSyncEvent> events =
                ask(new Offer(MAPPING, new TreeMap<>(Map.of(MAY, new DayOffer(1, PRICED))), Set.of()));

        assertThat(events).hasSize(3).last().isInstanceOf(TermsOffered.class);
        ask(acknowledge(1));
        assertThat(open().queue()).singleElement().extracting("number").isEqualTo(2L);
        ask(acknowledge(2));
        assertThat(open().acknowledgedTerms()).containsEntry(MAY, PRICED);
    }

    @Test
    void whatTheChannelHasIsNotSentAgainUnlessItMust() {
        acknowledged(Map.of(0, 3));

        assertThat(ask(offer(Map.of(0, 3)))).isEmpty();
        assertThat(ask(offer(Map.of(0, 3), 0))).containsExactly(new RoomsOffered(2, now, List.of(rooms(0, 1, 3))));
    }

    @Test
    void whileAMessageIsUnderWayThereIsNoOther() {
        ask(offer(Map.of(0, 3)));

        assertThat(refusal(offer(Map.of(0, 4)))).isEqualTo(ProblemCode.CONFLICT);
        assertThat(ask(new Report(Set.of(day(0)), new TreeMap<>()))).isEmpty();
    }

    @Test
    void lateAndRepeatedAnswersChangeNothing() {
        assertThat(ask(acknowledge(1))).isEmpty();
        assertThat(ask(fail(Failure.UNKNOWN, 1))).isEmpty();
        assertThat(ask(new Report(Set.of(day(0)), new TreeMap<>()))).isEmpty();
        acknowledged(Map.of(0, 3));

        ChannelSync before = state;
        assertThat(ask(acknowledge(1))).isEmpty();
        assertThat(ask(fail(Failure.UNKNOWN, 1))).isEmpty();
        ask(offer(Map.of(0, 2)));
        assertThat(ask(acknowledge(1))).isEmpty();
        assertThat(ask(acknowledge(3))).isEmpty();
        assertThat(before).isNotEqualTo(state);
        assertThat(open().acknowledgedRooms()).containsEntry(day(0), 3);
    }

    @Test
    void aFailureLeavesTheChannelAloneForAWhileAndLongerEachTime() {
        Duration last = Duration.ZERO;
        for (int i = 1; i <= 12; i++) {
            ask(offer(Map.of(0, 3)));
            MessageFailed failed = (MessageFailed)
                    ask(new Fail(i, Failure.DECLINED, "no", null, null, 0)).getFirst();
            Duration pause = Duration.between(now, failed.retryAt());
            assertThat(pause).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofMinutes(1));
            assertThat(refusal(offer(Map.of(0, 3)))).isEqualTo(ProblemCode.UNAVAILABLE);
            last = pause;
            now = failed.retryAt();
        }
        assertThat(last).isEqualTo(Duration.ofSeconds(30));
        ask(offer(Map.of(0, 3)));
        ask(acknowledge(13));
        assertThat(open().trouble()).isNull();
    }

    @Test
    void aChannelThatAsksForPatienceGetsItAndHasNotFailed() {
        ask(offer(Map.of(0, 3)));
        ask(new Fail(1, Failure.LIMITED, "429", Duration.ofSeconds(7), null, 500));

        assertThat(open().trouble()).isEqualTo(new ChannelSync.Trouble(0, "429", NOON.plusSeconds(7)));
    }

    @Test
    void whatMayComeLateIsDoubtfulUntilItCannotAndIsToldOnceMoreThen() {
        ask(offer(Map.of(0, 3)));
        ask(new Fail(1, Failure.UNKNOWN, "no answer", Duration.ZERO, Duration.ofSeconds(60), 0));
        assertThat(open().doubtfulUntil(day(0))).isEqualTo(NOON.plusSeconds(60));

        now = NOON.plusSeconds(1);
        ask(offer(Map.of(0, 2)));
        ask(acknowledge(2));
        assertThat(open().doubtfulUntil(day(0))).isEqualTo(NOON.plusSeconds(60));

        now = NOON.plusSeconds(60);
        assertThat(ask(offer(Map.of(0, 2)))).hasSize(1);
        ask(acknowledge(3));
        assertThat(open().doubtfulUntil(day(0))).isNull();
        assertThat(ask(offer(Map.of(0, 2)))).isEmpty();
    }

    @Test
    void whatCannotHaveArrivedLeavesNoDoubt() {
        ask(offer(Map.of(0, 3)));
        ask(fail(Failure.UNREACHABLE, 1));

        assertThat(open().doubtfulUntil(day(0))).isNull();
        assertThat(open().acknowledgedRooms()).isEmpty();
    }

    @Test
    void aFailureTakesTheMessagesBehindItAlong() {
        ask(new Offer(MAPPING, new TreeMap<>(Map.of(MAY, new DayOffer(1, PRICED))), Set.of()));
        ask(new Fail(1, Failure.UNKNOWN, "no answer", Duration.ZERO, Duration.ofSeconds(60), 0));

        assertThat(open().queue()).isEmpty();
        assertThat(open().terms().doubtful()).isEmpty();
        assertThat(ask(new Offer(MAPPING, new TreeMap<>(Map.of(MAY, new DayOffer(1, PRICED))), Set.of())))
                .hasSize(2)
                .last()
                .extracting("number")
                .isEqualTo(4L);
    }

    @Test
    void rejectedDatesAreNotAcknowledged() {
        ask(offer(Map.of(0, 3, 1, 4)));
        assertThat(ask(new Acknowledge(1, Set.of(day(1)), "too far ahead")))
                .containsExactly(new MessageAcknowledged(1, List.of(new DateRange(day(1), day(2))), "too far ahead"));

        assertThat(open().acknowledgedRooms()).containsOnlyKeys(day(0));
        assertThat(open().rejection()).isEqualTo(new ChannelSync.Rejection(Set.of(day(1)), "too far ahead"));
    }

    @Test
    void aDifferenceIsReportedOnceAndMendedByTheNextMessage() {
        acknowledged(Map.of(0, 3, 1, 4));
        Report report = new Report(Set.of(day(0), day(1)), new TreeMap<>(Map.of(day(0), 2)));

        assertThat(ask(report))
                .containsExactly(
                        new DivergenceFound(List.of(new DivergedDate(day(0), 3, 2), new DivergedDate(day(1), 4, -1))));
        assertThat(ask(report)).isEmpty();
        assertThat(ask(offer(Map.of(0, 3, 1, 4)))).hasSize(1);
        ask(acknowledge(2));
        assertThat(open().diverged()).isEmpty();
    }

    @Test
    void whatIsOverIsForgotten() {
        acknowledged(Map.of(0, 3, 20, 3));
        now = NOON.plus(Duration.ofDays(130));
        ask(offer(Map.of(20, 4)));
        ask(acknowledge(2));

        assertThat(open().acknowledgedRooms()).containsOnlyKeys(day(20));
    }

    @Test
    void anEventThatCannotFollowStopsTheEntity() {
        assertThatThrownBy(() -> rules.evolve(new Unopened(), new MessageAcknowledged(1, List.of(), null), NOON))
                .isInstanceOf(IllegalStateException.class);
        acknowledged(Map.of(0, 3));
        assertThatThrownBy(() -> rules.evolve(state, new MessageAcknowledged(9, List.of(), null), NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    private void acknowledged(Map<Integer, Integer> rooms) {
        ask(offer(rooms));
        ask(acknowledge(1));
    }

    private Open open() {
        return (Open) state;
    }

    private List<ChannelSyncEvent> ask(ChannelSyncCommand command) {
        Decision<ChannelSyncEvent> decision = rules.decide(state, command, new Moment(now, now));
        assertThat(decision).isInstanceOf(Accept.class);
        List<ChannelSyncEvent> events = ((Accept<ChannelSyncEvent>) decision).events();
        events.forEach(event -> state = rules.evolve(state, event, now));
        return events;
    }

    private @Nullable ProblemCode refusal(ChannelSyncCommand command) {
        return rules.decide(state, command, new Moment(now, now)) instanceof Refuse<ChannelSyncEvent> refuse
                ? refuse.problem().code()
                : null;
    }

    private static Offer offer(Map<Integer, Integer> rooms, Integer... again) {
        TreeMap<LocalDate, DayOffer> offers = new TreeMap<>();
        rooms.forEach((day, count) -> offers.put(day(day), new DayOffer(count, null)));
        return new Offer(
                MAPPING,
                offers,
                Set.copyOf(
                        List.of(again).stream().map(ChannelSyncRulesTest::day).toList()));
    }

    private static Acknowledge acknowledge(long number) {
        return new Acknowledge(number, Set.of(), null);
    }

    private static Fail fail(Failure failure, long number) {
        return new Fail(number, failure, "it failed", null, null, 0);
    }

    private static LocalDate day(int number) {
        return MAY.plusDays(number);
    }

    private static OfferedRooms rooms(int from, int to, int rooms) {
        return new OfferedRooms(new DateRange(day(from), day(to)), rooms);
    }
}

package io.waymark.inventory;

import static io.waymark.inventory.Drive.NOON;
import static io.waymark.inventory.Drive.capacity;
import static io.waymark.inventory.Drive.july;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.ChangeAdopted;
import io.waymark.events.inventory.RoomTypeEvent.ChangeHeld;
import io.waymark.events.inventory.RoomTypeEvent.ChangeWithdrawn;
import io.waymark.events.inventory.RoomTypeEvent.HoldConfirmed;
import io.waymark.events.inventory.RoomTypeEvent.HoldExtended;
import io.waymark.events.inventory.RoomTypeEvent.ReleaseReason;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.events.inventory.RoomTypeEvent.RoomsHeld;
import io.waymark.events.inventory.RoomTypeEvent.RoomsReleased;
import io.waymark.events.inventory.RoomTypeEvent.RoomsSold;
import io.waymark.events.inventory.RoomTypeEvent.StayShortened;
import io.waymark.inventory.RoomTypeCommand.AdoptChange;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.inventory.RoomTypeCommand.ConfirmHold;
import io.waymark.inventory.RoomTypeCommand.ExtendHold;
import io.waymark.inventory.RoomTypeCommand.HoldRooms;
import io.waymark.inventory.RoomTypeCommand.OpenRoomType;
import io.waymark.inventory.RoomTypeCommand.ProposeChange;
import io.waymark.inventory.RoomTypeCommand.ReleaseRooms;
import io.waymark.inventory.RoomTypeCommand.SellRooms;
import io.waymark.inventory.RoomTypeCommand.ShortenStay;
import io.waymark.inventory.RoomTypeCommand.WithdrawChange;
import io.waymark.inventory.Shortage.Reason;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoomTypeRulesTest {

    private static final Instant DEADLINE = NOON.plus(Duration.ofMinutes(15));

    @Nested
    class Opening {

        @Test
        void theFirstDescriptionOpensIt() {
            assertThat(new Drive().events(Drive.SEA_VIEW))
                    .containsExactly(new RoomTypeOpened("prp_1", "CITY", "SEA", "Sea view", 2));
        }

        @Test
        void theSameDescriptionChangesNothing() {
            assertThat(Drive.withRooms(1).events(Drive.SEA_VIEW)).isEmpty();
        }

        @Test
        void anotherDescriptionReplacesTheFirstAndKeepsTheDates() {
            Drive drive = Drive.withRooms(3);

            assertThat(drive.events(new OpenRoomType("prp_1", "CITY", "SEA", "Lake view", 3)))
                    .hasSize(1);
            assertThat(drive.day(1).capacity()).isEqualTo(3);
        }
    }

    @Nested
    class Holding {

        @Test
        void aHoldOccupiesItsNightsButNotTheDayOfLeaving() {
            Drive drive = Drive.withRooms(2);

            assertThat(drive.events(hold("a", july(1, 3))))
                    .containsExactly(new RoomsHeld("a", july(1, 3), 1, DEADLINE));
            assertThat(drive.day(1).held()).isEqualTo(1);
            assertThat(drive.day(2).held()).isEqualTo(1);
            assertThat(drive.day(3).held()).isZero();
        }

        @Test
        void theSameHoldAgainKeepsItsDeadline() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));

            assertThat(drive.events(new HoldRooms("a", july(1, 3), 1, DEADLINE.plusSeconds(60), Enforcement.ENFORCE)))
                    .isEmpty();
        }

        @Test
        void theSameIdWithOtherNightsIsAConflict() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));

            assertThat(drive.refusal(hold("a", july(1, 4))).code()).isEqualTo(ProblemCode.CONFLICT);
        }

        @Test
        void theFirstFullNightIsNamed() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(2, 3)));

            Problem problem = drive.refusal(hold("b", july(1, 4)));

            assertThat(problem.code()).isEqualTo(ProblemCode.SOLD_OUT);
            assertThat(problem.detail()).isEqualTo("There is no room free on 2026-07-02.");
            assertThat(Shortage.in(problem))
                    .contains(Shortage.on(Reason.SOLD_OUT, july(2, 3).from()));
        }

        @Test
        void aDateWithoutCapacityIsSoldOut() {
            assertThat(Drive.withRooms(1).refusal(hold("a", july(31, 33))).code())
                    .isEqualTo(ProblemCode.SOLD_OUT);
        }

        @Test
        void anExpiredHoldNeverBlocksAndIsReleasedWithWhatNeedsItsRoom() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));
            drive.at(DEADLINE);
            HoldRooms next = new HoldRooms("b", july(2, 4), 1, DEADLINE.plusSeconds(900), Enforcement.ENFORCE);

            assertThat(drive.events(next))
                    .containsExactly(
                            new RoomsReleased("a", ReleaseReason.EXPIRED),
                            new RoomsHeld("b", july(2, 4), 1, DEADLINE.plusSeconds(900)));
            assertThat(drive.day(1).held()).isZero();
        }

        @Test
        void aHoldIsGoodUntilItsLastMillisecond() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));
            drive.at(DEADLINE.minusMillis(1));

            assertThat(drive.refusal(hold("b", july(1, 3))).code()).isEqualTo(ProblemCode.SOLD_OUT);
        }

        @Test
        void anExpiredHoldElsewhereIsLeftToItsBooking() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(10, 12)));
            drive.at(DEADLINE);

            assertThat(drive.events(new SellRooms("b", july(1, 3), 1, Enforcement.ENFORCE)))
                    .hasSize(1);
        }

        @Test
        void anExpiredHoldCanBePlacedAgain() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));
            drive.at(DEADLINE);
            Instant later = DEADLINE.plusSeconds(900);

            assertThat(drive.events(new HoldRooms("a", july(1, 3), 1, later, Enforcement.ENFORCE)))
                    .containsExactly(
                            new RoomsReleased("a", ReleaseReason.EXPIRED), new RoomsHeld("a", july(1, 3), 1, later));
        }

        @Test
        void theAllowanceCanBeSoldBeyondCapacity() {
            Drive drive = Drive.withRooms(1);
            drive.events(new ChangeCalendar(List.of(new CalendarChange(july(1, 5), null, 1, null, null, null, null))));
            drive.events(hold("a", july(1, 3)));

            assertThat(drive.events(hold("b", july(1, 3)))).hasSize(1);
            assertThat(drive.refusal(hold("c", july(1, 3))).code()).isEqualTo(ProblemCode.SOLD_OUT);
        }

        @Test
        void dayUseOccupiesNothingButWantsAnOpenDay() {
            Drive drive = Drive.withRooms(0);

            assertThat(drive.events(hold("a", july(4, 4)))).hasSize(1);
            assertThat(drive.day(4).held()).isZero();

            drive.events(closed(july(5, 6)));
            assertThat(drive.refusal(hold("b", july(5, 5))).code()).isEqualTo(ProblemCode.RESTRICTED);
        }

        @Test
        void nonsenseIsRefused() {
            Drive drive = Drive.withRooms(1);

            assertThat(drive.refusal(new HoldRooms("a", july(1, 3), 0, DEADLINE, Enforcement.ENFORCE))
                            .code())
                    .isEqualTo(ProblemCode.INVALID);
            assertThat(drive.refusal(hold("a", july(1, 5_000))).code()).isEqualTo(ProblemCode.INVALID);
            assertThat(drive.refusal(new SellRooms("a", july(1, 3), -1, Enforcement.CAPACITY_ONLY))
                            .code())
                    .isEqualTo(ProblemCode.INVALID);
        }
    }

    @Nested
    class Confirming {

        @Test
        void aConfirmedHoldIsSold() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));

            assertThat(drive.events(new ConfirmHold("a"))).containsExactly(new HoldConfirmed("a"));
            assertThat(drive.day(1)).extracting(Day::sold, Day::held).containsExactly(1, 0);
            assertThat(drive.events(new ConfirmHold("a"))).isEmpty();
        }

        @Test
        void aSaleHasNoDeadline() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));
            drive.events(new ConfirmHold("a"));
            drive.at(DEADLINE.plusSeconds(1));

            assertThat(drive.refusal(hold("b", july(1, 3))).code()).isEqualTo(ProblemCode.SOLD_OUT);
        }

        @Test
        void anOverdueHoldCannotBeConfirmedEvenBeforeTheSweep() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));
            drive.at(DEADLINE);

            assertThat(drive.refusal(new ConfirmHold("a")).code()).isEqualTo(ProblemCode.HOLD_EXPIRED);
            assertThat(drive.refusal(new ConfirmHold("unknown")).code()).isEqualTo(ProblemCode.HOLD_EXPIRED);
        }

        @Test
        void sellingAnOverdueHoldTakesItsRoomsWhileNobodyElseHasThem() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));
            drive.at(DEADLINE);

            assertThat(drive.events(new SellRooms("a", july(1, 3), 1, Enforcement.CAPACITY_ONLY)))
                    .containsExactly(new HoldConfirmed("a"));
        }

        @Test
        void roomsCanBeSoldAtOnceAndOnlyOnce() {
            Drive drive = Drive.withRooms(1);
            SellRooms sell = new SellRooms("a", july(1, 3), 1, Enforcement.ENFORCE);

            assertThat(drive.events(sell)).containsExactly(new RoomsSold("a", july(1, 3), 1));
            assertThat(drive.events(sell)).isEmpty();
            assertThat(drive.refusal(new SellRooms("a", july(1, 3), 2, Enforcement.ENFORCE))
                            .code())
                    .isEqualTo(ProblemCode.CONFLICT);
        }

        @Test
        void anExtendedHoldLivesLonger() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));
            Instant later = DEADLINE.plusSeconds(60);

            assertThat(drive.events(new ExtendHold("a", later))).containsExactly(new HoldExtended("a", later));
            assertThat(drive.events(new ExtendHold("a", DEADLINE))).isEmpty();
            drive.at(DEADLINE);
            assertThat(drive.refusal(hold("b", july(1, 3))).code()).isEqualTo(ProblemCode.SOLD_OUT);
            drive.at(later);
            assertThat(drive.refusal(new ExtendHold("a", later.plusSeconds(1))).code())
                    .isEqualTo(ProblemCode.HOLD_EXPIRED);
        }

        @Test
        void aSaleNeedsNoExtension() {
            Drive drive = Drive.withRooms(1);
            drive.events(new SellRooms("a", july(1, 3), 1, Enforcement.ENFORCE));

            assertThat(drive.events(new ExtendHold("a", DEADLINE))).isEmpty();
        }
    }

    @Nested
    class Releasing {

        @Test
        void releasedRoomsAreFreeAgain() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(1, 3)));

            assertThat(drive.events(new ReleaseRooms("a", ReleaseReason.CANCELLED)))
                    .containsExactly(new RoomsReleased("a", ReleaseReason.CANCELLED));
            assertThat(drive.day(1).free()).isEqualTo(1);
            assertThat(drive.events(new ReleaseRooms("a", ReleaseReason.CANCELLED)))
                    .isEmpty();
        }

        @Test
        void aRoomTypeThatNeverOpenedHasNothingToRelease() {
            assertThat(new Drive().events(new ReleaseRooms("a", ReleaseReason.REFUSED)))
                    .isEmpty();
        }
    }

    @Nested
    class Changing {

        private final Drive drive = Drive.withRooms(2);

        Changing() {
            drive.events(new SellRooms("a", july(1, 4), 1, Enforcement.ENFORCE));
        }

        @Test
        void untilAdoptedBothOldAndNewNightsAreOccupied() {
            assertThat(drive.events(propose("a", july(3, 6)))).containsExactly(new ChangeHeld("a", july(3, 6), 1));

            assertThat(drive.day(1)).extracting(Day::sold, Day::held).containsExactly(1, 0);
            assertThat(drive.day(3)).extracting(Day::sold, Day::held).containsExactly(1, 0);
            assertThat(drive.day(5)).extracting(Day::sold, Day::held).containsExactly(0, 1);
        }

        @Test
        void adoptingLeavesTheNewNightsOnly() {
            drive.events(propose("a", july(3, 6)));

            assertThat(drive.events(new AdoptChange("a"))).containsExactly(new ChangeAdopted("a"));
            assertThat(drive.day(1).occupied()).isZero();
            assertThat(drive.day(5)).extracting(Day::sold, Day::held).containsExactly(1, 0);
            assertThat(drive.events(new AdoptChange("a"))).isEmpty();
        }

        @Test
        void withdrawingLeavesTheOldNightsOnly() {
            drive.events(propose("a", july(3, 6)));

            assertThat(drive.events(new WithdrawChange("a"))).containsExactly(new ChangeWithdrawn("a"));
            assertThat(drive.day(1).sold()).isEqualTo(1);
            assertThat(drive.day(5).occupied()).isZero();
            assertThat(drive.events(new WithdrawChange("a"))).isEmpty();
            assertThat(drive.events(new WithdrawChange("unknown"))).isEmpty();
        }

        @Test
        void moreRoomsTakeOnlyTheDifference() {
            drive.events(new ProposeChange("a", july(1, 4), 2, Enforcement.ENFORCE));

            assertThat(drive.day(1)).extracting(Day::sold, Day::held).containsExactly(1, 1);
            assertThat(drive.refusal(hold("b", july(1, 2))).code()).isEqualTo(ProblemCode.SOLD_OUT);
        }

        @Test
        void aChangeThatDoesNotFitLeavesEverythingAsItWas() {
            drive.events(new SellRooms("b", july(4, 6), 2, Enforcement.ENFORCE));

            assertThat(drive.refusal(propose("a", july(2, 5))).code()).isEqualTo(ProblemCode.SOLD_OUT);
        }

        @Test
        void theSameProposalAgainAndOneForTheSameNightsChangeNothing() {
            assertThat(drive.events(propose("a", july(1, 4)))).isEmpty();
            drive.events(propose("a", july(2, 5)));
            assertThat(drive.events(propose("a", july(2, 5)))).isEmpty();
        }

        @Test
        void oneProposalAtATime() {
            drive.events(propose("a", july(2, 5)));

            assertThat(drive.refusal(propose("a", july(3, 6))).code()).isEqualTo(ProblemCode.CONFLICT);
            assertThat(drive.refusal(new ShortenStay("a", july(2, 3).from())).code())
                    .isEqualTo(ProblemCode.CONFLICT);
        }

        @Test
        void onlyASaleCanBeChanged() {
            drive.events(hold("h", july(1, 3)));

            assertThat(drive.refusal(propose("h", july(2, 5))).code()).isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(drive.refusal(propose("unknown", july(2, 5))).code()).isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(drive.refusal(new AdoptChange("unknown")).code()).isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(drive.refusal(new ProposeChange("a", july(2, 5), 0, Enforcement.ENFORCE))
                            .code())
                    .isEqualTo(ProblemCode.INVALID);
        }

        @Test
        void anEarlyDepartureFreesTheNightsBehindIt() {
            assertThat(drive.events(new ShortenStay("a", july(2, 3).from())))
                    .containsExactly(new StayShortened("a", july(2, 3).from()));
            assertThat(drive.day(1).sold()).isEqualTo(1);
            assertThat(drive.day(2).occupied()).isZero();
            assertThat(drive.events(new ShortenStay("a", july(3, 4).from()))).isEmpty();
        }

        @Test
        void aDepartureBeforeArrivalFreesEveryNight() {
            drive.events(new ShortenStay("a", july(1, 2).from().minusDays(3)));

            assertThat(drive.day(1).occupied()).isZero();
            assertThat(drive.refusal(new ShortenStay("unknown", july(1, 2).from()))
                            .code())
                    .isEqualTo(ProblemCode.NOT_FOUND);
        }
    }

    @Nested
    class Restricting {

        private final Drive drive = Drive.withRooms(5);

        @Test
        void aClosedNightCannotBeSold() {
            drive.events(closed(july(2, 3)));

            assertThat(reason(hold("a", july(1, 4)))).isEqualTo(Reason.CLOSED);
            assertThat(drive.events(hold("b", july(1, 2)))).hasSize(1);
        }

        @Test
        void anArrivalDayAsksForItsMinimumStay() {
            drive.events(new ChangeCalendar(List.of(new CalendarChange(july(1, 2), null, null, null, 3, null, null))));

            assertThat(reason(hold("a", july(1, 3)))).isEqualTo(Reason.MIN_STAY);
            assertThat(drive.events(hold("b", july(1, 4)))).hasSize(1);
            assertThat(drive.events(hold("c", july(2, 3)))).hasSize(1);
        }

        @Test
        void someDaysSeeNoArrivalOrNoDeparture() {
            drive.events(new ChangeCalendar(List.of(
                    new CalendarChange(july(1, 2), null, null, null, null, true, null),
                    new CalendarChange(july(4, 5), null, null, null, null, null, true))));

            assertThat(reason(hold("a", july(1, 3)))).isEqualTo(Reason.CLOSED_TO_ARRIVAL);
            assertThat(reason(hold("b", july(2, 4)))).isEqualTo(Reason.CLOSED_TO_DEPARTURE);
            assertThat(drive.events(hold("c", july(2, 5)))).hasSize(1);
        }

        @Test
        void aChannelThatHasAlreadySoldMeetsCapacityOnly() {
            drive.events(closed(july(1, 5)));

            assertThat(drive.events(new SellRooms("a", july(1, 3), 5, Enforcement.CAPACITY_ONLY)))
                    .hasSize(1);
            assertThat(drive.refusal(new SellRooms("b", july(1, 3), 1, Enforcement.CAPACITY_ONLY))
                            .code())
                    .isEqualTo(ProblemCode.SOLD_OUT);
        }

        @Test
        void aChangeMeetsOnlyTheRulesOfWhatItChanges() {
            drive.events(new SellRooms("a", july(1, 4), 1, Enforcement.ENFORCE));
            drive.events(closed(july(2, 3)));
            drive.events(new ChangeCalendar(List.of(new CalendarChange(july(1, 2), null, null, null, 4, true, null))));

            assertThat(reason(propose("a", july(1, 3)))).isEqualTo(Reason.MIN_STAY);
            assertThat(drive.events(propose("a", july(1, 5)))).hasSize(1);
        }

        private Reason reason(RoomTypeCommand command) {
            return Shortage.in(drive.refusal(command)).orElseThrow().reason();
        }
    }

    @Nested
    class SettingTheCalendar {

        @Test
        void theSameValuesAgainChangeNothing() {
            assertThat(Drive.withRooms(2).events(new ChangeCalendar(List.of(capacity(july(3, 5), 2)))))
                    .isEmpty();
        }

        @Test
        void nobodyLosesARoomThatTheyWerePromised() {
            Drive drive = Drive.withRooms(2);
            drive.events(new SellRooms("a", july(4, 6), 2, Enforcement.ENFORCE));

            Problem problem = drive.refusal(new ChangeCalendar(List.of(capacity(july(1, 10), 1))));

            assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
            assertThat(problem.detail()).contains("2026-07-04", "2 rooms are taken", "only 1");
        }

        @Test
        void anAllowanceCoversALoweredCapacity() {
            Drive drive = Drive.withRooms(2);
            drive.events(new SellRooms("a", july(4, 6), 2, Enforcement.ENFORCE));

            assertThat(drive.events(
                            new ChangeCalendar(List.of(new CalendarChange(july(1, 10), 1, 1, null, null, null, null)))))
                    .hasSize(1);
            assertThat(drive.day(4).free()).isZero();
        }

        @Test
        void anExpiredHoldDoesNotKeepCapacityUp() {
            Drive drive = Drive.withRooms(1);
            drive.events(hold("a", july(4, 6)));
            drive.at(DEADLINE);

            assertThat(drive.events(new ChangeCalendar(List.of(capacity(july(1, 10), 0)))))
                    .hasSize(2)
                    .first()
                    .isEqualTo(new RoomsReleased("a", ReleaseReason.EXPIRED));
        }

        @Test
        void nonsenseIsRefused() {
            Drive drive = Drive.withRooms(1);

            assertThat(drive.refusal(new ChangeCalendar(List.of())).code()).isEqualTo(ProblemCode.INVALID);
            assertThat(drive.refusal(new ChangeCalendar(List.of(capacity(july(1, 1), 1))))
                            .code())
                    .isEqualTo(ProblemCode.INVALID);
            assertThat(drive.refusal(new ChangeCalendar(List.of(capacity(july(1, 2), -1))))
                            .code())
                    .isEqualTo(ProblemCode.INVALID);
            assertThat(drive.refusal(new ChangeCalendar(List.of(capacity(july(1, 5_000), 1))))
                            .code())
                    .isEqualTo(ProblemCode.INVALID);
        }
    }

    private static HoldRooms hold(String id, DateRange nights) {
        return new HoldRooms(id, nights, 1, DEADLINE, Enforcement.ENFORCE);
    }

    private static ProposeChange propose(String id, DateRange nights) {
        return new ProposeChange(id, nights, 1, Enforcement.ENFORCE);
    }

    private static ChangeCalendar closed(DateRange dates) {
        return new ChangeCalendar(List.of(new CalendarChange(dates, null, null, true, null, null, null)));
    }
}

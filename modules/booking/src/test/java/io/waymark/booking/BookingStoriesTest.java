package io.waymark.booking;

import static io.waymark.booking.Desk.CITY;
import static io.waymark.booking.Desk.JULY;
import static io.waymark.booking.Desk.NOON;
import static io.waymark.booking.Desk.SEA;
import static io.waymark.booking.Desk.details;
import static io.waymark.booking.Desk.july;
import static io.waymark.booking.Desk.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.booking.Booking.Cancelled;
import io.waymark.booking.Booking.CheckedIn;
import io.waymark.booking.Booking.CheckedOut;
import io.waymark.booking.Booking.Confirmed;
import io.waymark.booking.Booking.Expired;
import io.waymark.booking.Booking.Facts;
import io.waymark.booking.Booking.Held;
import io.waymark.booking.Booking.NoShow;
import io.waymark.booking.Booking.Refused;
import io.waymark.booking.BookingCommand.Book;
import io.waymark.booking.BookingCommand.Cancel;
import io.waymark.booking.BookingCommand.Change;
import io.waymark.booking.BookingCommand.CheckIn;
import io.waymark.booking.BookingCommand.CheckOut;
import io.waymark.booking.BookingCommand.Confirm;
import io.waymark.booking.BookingCommand.Expire;
import io.waymark.booking.BookingCommand.RecordNoShow;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.events.booking.BookingEvent.RefusalReason;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.inventory.Enforcement;
import io.waymark.inventory.RoomTypeCommand.HoldRooms;
import io.waymark.inventory.RoomTypeCommand.SellRooms;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Origin;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whole lives of bookings, with the real rules of the inventory behind them. */
class BookingStoriesTest {

    private static final Origin SOMEBODY_ELSE =
            Origin.internal(new Tenant("ten_00000000000000000000000000"), "test", "process", "other");

    private final Desk desk = Desk.withRooms(1);

    @Nested
    class Booked {

        @Test
        void oneRoomIsSoldInOneGo() {
            assertThat(desk.ask(new Book(details(room(1, SEA, 1, 4)), Confirmation.NOW)))
                    .isEmpty();

            assertThat(desk.booking()).isInstanceOf(Confirmed.class);
            assertThat(desk.inventory().asked()).hasSize(1).first().isInstanceOf(SellRooms.class);
            assertThat(desk.inventory().taken()).containsOnlyKeys("sea:bkg_1/1");
        }

        @Test
        void severalRoomsAreHeldInOrderBeforeAnyIsSold() {
            desk.ask(new Book(details(room(1, SEA, 1, 4), room(2, CITY, 1, 4)), Confirmation.NOW));

            assertThat(desk.booking()).isInstanceOf(Confirmed.class);
            assertThat(desk.inventory().asked())
                    .extracting(command -> command.getClass().getSimpleName())
                    .containsExactly("HoldRooms", "HoldRooms", "SellRooms", "SellRooms");
            assertThat(desk.inventory().taken()).containsOnlyKeys("city:bkg_1/2", "sea:bkg_1/1");
        }

        @Test
        void withoutRoomForAllNoneIsKept() {
            takeTheOnlySeaView();

            desk.ask(new Book(details(room(1, CITY, 1, 4), room(2, SEA, 1, 4)), Confirmation.NOW));

            assertThat(desk.booking()).isEqualTo(refused(RefusalReason.SOLD_OUT, SEA, 1));
            assertThat(desk.inventory().taken()).containsOnlyKeys("sea:other/1");
        }

        @Test
        void anUnknownRoomTypeIsRefused() {
            desk.ask(new Book(details(room(1, "attic", 1, 4)), Confirmation.NOW));

            assertThat(((Refused) desk.booking()).refusal().reason()).isEqualTo(RefusalReason.UNKNOWN_ROOM_TYPE);
        }

        @Test
        void ourOwnSaleObeysTheCalendarAndAChannelsSaleStands() {
            desk.inventory().withCalendar(SEA, new CalendarChange(july(1, 2), null, null, true, null, null, null));
            desk.ask(new Book(details(room(1, SEA, 1, 4)), Confirmation.NOW));
            assertThat(desk.booking()).isEqualTo(refused(RefusalReason.CLOSED, SEA, 1));

            Desk channel = Desk.withRooms(1);
            channel.inventory().withCalendar(SEA, new CalendarChange(july(1, 2), null, null, true, null, null, null));
            channel.ask(new Book(details("alpinebits", room(1, SEA, 1, 4)), Confirmation.NOW));
            assertThat(channel.booking()).isInstanceOf(Confirmed.class);
        }

        @Test
        void theSameBookingAgainIsTheSameBooking() {
            Book book = new Book(details(room(1, SEA, 1, 4)), Confirmation.NOW);
            desk.ask(book);

            assertThat(desk.ask(book)).isEmpty();
            assertThat(desk.journal()).hasSize(2);
            assertThat(code(new Book(details(room(1, SEA, 1, 5)), Confirmation.NOW)))
                    .isEqualTo(ProblemCode.CONFLICT);
        }

        @Test
        void nonsenseIsRefused() {
            assertThat(code(new Book(details(room(1, SEA, 1, 4), room(1, CITY, 1, 4)), Confirmation.NOW)))
                    .isEqualTo(ProblemCode.INVALID);
            assertThat(code(new Book(details(room(1, SEA, 1, 2_000)), Confirmation.NOW)))
                    .isEqualTo(ProblemCode.INVALID);
        }
    }

    @Nested
    class OnHold {

        @Test
        void aHoldIsConfirmedWithinItsTime() {
            hold();
            assertThat(desk.booking()).isEqualTo(new Held(facts(), NOON.plus(Duration.ofMinutes(15))));

            desk.pass(Duration.ofMinutes(14));
            assertThat(desk.ask(new Confirm())).isEmpty();

            assertThat(desk.booking()).isInstanceOf(Confirmed.class);
            assertThat(desk.ask(new Confirm())).isEmpty();
        }

        @Test
        void theBookingDecidesBeforeTheInventoryDoes() {
            hold();
            HoldRooms held = (HoldRooms) desk.inventory().asked().getFirst();

            assertThat(held.expiresAt()).isAfter(((Held) desk.booking()).expiresAt());
        }

        @Test
        void afterTheDeadlineItCannotBeConfirmedEvenBeforeTheSweep() {
            hold();
            desk.pass(Duration.ofMinutes(15));

            assertThat(code(new Confirm())).isEqualTo(ProblemCode.HOLD_EXPIRED);
            assertThat(desk.booking()).isInstanceOf(Held.class);
        }

        @Test
        void theSweepReturnsTheRooms() {
            hold();
            assertThat(desk.ask(new Expire())).isEmpty();
            assertThat(desk.booking()).isInstanceOf(Held.class);

            desk.pass(Duration.ofMinutes(15));
            desk.ask(new Expire());

            assertThat(desk.booking()).isInstanceOf(Expired.class);
            assertThat(desk.inventory().taken()).isEmpty();
            assertThat(code(new Confirm())).isEqualTo(ProblemCode.HOLD_EXPIRED);
        }

        @Test
        void aHoldCanBeCancelled() {
            hold();
            desk.ask(new Cancel("plans changed"));

            assertThat(desk.booking()).isInstanceOf(Cancelled.class);
            assertThat(desk.inventory().taken()).isEmpty();
        }

        private void hold() {
            desk.ask(new Book(details(room(1, SEA, 1, 4)), Confirmation.LATER));
        }
    }

    @Nested
    class ChangedLater {

        Change toAugustOf(int line) {
            return new Change("c-1", details(room(line, SEA, 10, 14)));
        }

        @Test
        void otherTermsNeedNoInventory() {
            confirmed();
            int before = desk.inventory().asked().size();
            BookingDetails more = withMoreGuests();

            desk.ask(new Change("c-1", more));

            assertThat(known().details()).isEqualTo(more);
            assertThat(desk.inventory().asked()).hasSize(before);
        }

        @Test
        void otherNightsReplaceTheOldOnes() {
            confirmed();
            desk.ask(toAugustOf(1));

            assertThat(known().details().arrival()).isEqualTo(JULY.plusDays(9));
            assertThat(desk.inventory().allocation("sea:bkg_1/1").nights()).isEqualTo(july(10, 14));
        }

        @Test
        void anotherRoomTypeIsTakenBeforeTheOldOneIsLeft() {
            confirmed();
            desk.ask(new Change("c-1", details(room(1, CITY, 1, 4))));

            assertThat(desk.inventory().taken()).containsOnlyKeys("city:bkg_1/1");
        }

        @Test
        void roomsCanComeAndGo() {
            confirmed();
            desk.ask(new Change("c-1", details(room(1, SEA, 1, 4), room(2, CITY, 1, 4))));
            assertThat(desk.inventory().taken()).containsOnlyKeys("city:bkg_1/2", "sea:bkg_1/1");

            desk.ask(new Change("c-2", details(room(2, CITY, 1, 4))));
            assertThat(desk.inventory().taken()).containsOnlyKeys("city:bkg_1/2");
        }

        @Test
        void aChangeThatCannotBeMadeLeavesTheBookingAsItWas() {
            confirmed();
            desk.inventory().ask(CITY, new SellRooms("other/1", july(2, 3), 1, Enforcement.ENFORCE), SOMEBODY_ELSE);

            desk.ask(new Change("c-1", details(room(1, SEA, 2, 6), room(2, CITY, 1, 4))));

            assertThat(desk.booking()).isInstanceOf(Confirmed.class);
            assertThat(known().details()).isEqualTo(details(room(1, SEA, 1, 4)));
            assertThat(known().refusedChange())
                    .isEqualTo(new Booking.RefusedChange(
                            "c-1", new Refusal(RefusalReason.SOLD_OUT, CITY, JULY.plusDays(1))));
            assertThat(desk.inventory().taken()).containsOnlyKeys("city:other/1", "sea:bkg_1/1");
            assertThat(desk.inventory().allocation("sea:bkg_1/1").proposed()).isNull();
        }

        @Test
        void aChangeTakesEffectOnce() {
            confirmed();
            desk.ask(toAugustOf(1));
            desk.ask(new Change("c-2", details(room(1, SEA, 20, 24))));
            int events = desk.journal().size();

            assertThat(desk.ask(toAugustOf(1))).isEmpty();
            assertThat(desk.ask(new Change("c-2", details(room(1, SEA, 20, 24)))))
                    .isEmpty();

            assertThat(desk.journal()).hasSize(events);
            assertThat(code(new Change("c-2", details(room(1, SEA, 20, 25)))))
                    .isEqualTo(ProblemCode.IDEMPOTENCY_CONFLICT);
        }

        @Test
        void theSameContentUnderAnotherIdChangesNothing() {
            confirmed();
            int events = desk.journal().size();

            desk.ask(new Change("c-1", details(room(1, SEA, 1, 4))));

            assertThat(desk.journal()).hasSize(events);
        }

        @Test
        void aGuestWhoHasArrivedCanStayLongerButNotArriveAgain() {
            confirmed();
            desk.ask(new CheckIn(null, null));

            assertThat(desk.ask(new Change("c-1", details(room(1, SEA, 1, 6))))).isEmpty();
            assertThat(desk.booking()).isInstanceOf(CheckedIn.class);
            assertThat(desk.inventory().allocation("sea:bkg_1/1").nights()).isEqualTo(july(1, 6));
            assertThat(code(new Change("c-2", details(room(1, SEA, 2, 6))))).isEqualTo(ProblemCode.CONFLICT);
        }

        @Test
        void aBookingStaysInItsHouse() {
            confirmed();
            BookingDetails here = details(room(1, SEA, 1, 4));
            BookingDetails elsewhere = new BookingDetails(
                    "prp_2",
                    "RESORT",
                    here.sale(),
                    here.rooms(),
                    here.total(),
                    here.guest(),
                    null,
                    null,
                    here.terms(),
                    0,
                    0);

            assertThat(code(new Change("c-1", elsewhere))).isEqualTo(ProblemCode.INVALID);
            assertThat(code(new Change("c-1", details(room(1, SEA, 1, 4), room(1, CITY, 1, 4)))))
                    .isEqualTo(ProblemCode.INVALID);
        }

        private BookingDetails withMoreGuests() {
            BookingDetails here = details(room(1, SEA, 1, 4));
            return new BookingDetails(
                    here.propertyId(),
                    here.propertyCode(),
                    here.sale(),
                    here.rooms(),
                    here.total(),
                    here.guest(),
                    null,
                    "GBR",
                    here.terms(),
                    2,
                    1);
        }
    }

    @Nested
    class Ended {

        @Test
        void aCancelledBookingKeepsNoRoom() {
            confirmed();
            desk.pass(Duration.ofDays(1));
            desk.ask(new Cancel(null));

            assertThat(desk.booking())
                    .isInstanceOfSatisfying(
                            Cancelled.class,
                            cancelled -> assertThat(cancelled.cancelledAt()).isEqualTo(NOON.plus(Duration.ofDays(1))));
            assertThat(desk.inventory().taken()).isEmpty();
            assertThat(desk.ask(new Cancel("again"))).isEmpty();
        }

        @Test
        void aStayGoesFromCheckInToCheckOut() {
            confirmed();
            desk.ask(new CheckIn("SUITE", "BRA"));
            assertThat(known().assignedRoomTypeCode()).isEqualTo("SUITE");
            assertThat(known().details().country()).isEqualTo("BRA");

            desk.ask(new CheckOut(null));

            assertThat(desk.booking())
                    .isInstanceOfSatisfying(
                            CheckedOut.class,
                            out -> assertThat(out.departedOn()).isEqualTo(JULY.plusDays(3)));
            assertThat(desk.inventory().allocation("sea:bkg_1/1").nights()).isEqualTo(july(1, 4));
        }

        @Test
        void whoLeavesEarlyGivesTheRestBack() {
            confirmed();
            desk.ask(new CheckIn(null, null));
            desk.ask(new CheckOut(JULY.plusDays(1)));

            assertThat(desk.inventory().allocation("sea:bkg_1/1").nights()).isEqualTo(july(1, 2));
            assertThat(desk.ask(new CheckOut(JULY.plusDays(1)))).isEmpty();
            assertThat(code(new CheckOut(JULY.plusDays(2)))).isEqualTo(ProblemCode.CONFLICT);
        }

        @Test
        void nobodyLeavesBeforeArriving() {
            confirmed();
            assertThat(code(new CheckOut(null))).isEqualTo(ProblemCode.CONFLICT);
            desk.ask(new CheckIn(null, null));

            assertThat(code(new CheckOut(JULY.minusDays(1)))).isEqualTo(ProblemCode.INVALID);
        }

        @Test
        void aNoShowKeepsItsFirstNightOnly() {
            confirmed();
            desk.ask(new RecordNoShow());

            assertThat(desk.booking()).isInstanceOf(NoShow.class);
            assertThat(desk.inventory().allocation("sea:bkg_1/1").nights()).isEqualTo(july(1, 2));
            assertThat(desk.ask(new RecordNoShow())).isEmpty();
        }
    }

    @Nested
    class Interrupted {

        @Test
        void aLostAnswerAfterAChangeWasAdoptedEndsInTheSameChange() {
            for (int lost = 0; lost < 6; lost++) {
                Desk fresh = Desk.withRooms(1);
                fresh.ask(new Book(details(room(1, SEA, 1, 4), room(2, CITY, 1, 4)), Confirmation.NOW));
                fresh.inventory().loseAnswerAfter(lost);

                fresh.ask(new Change("c-1", details(room(1, SEA, 2, 6), room(2, CITY, 3, 5))));

                assertThat(fresh.journal().getLast()).isInstanceOf(BookingChanged.class);
                assertThat(fresh.inventory().allocation("sea:bkg_1/1").nights()).isEqualTo(july(2, 6));
                assertThat(fresh.inventory().allocation("city:bkg_1/2").nights())
                        .isEqualTo(july(3, 5));
            }
        }

        @Test
        void aLostAnswerInARefusalKeepsNoRoom() {
            for (int lost = 0; lost < 5; lost++) {
                Desk fresh = Desk.withRooms(1);
                fresh.inventory().ask(SEA, new SellRooms("other/1", july(1, 4), 1, Enforcement.ENFORCE), SOMEBODY_ELSE);
                fresh.inventory().loseAnswerAfter(lost);

                fresh.ask(new Book(details(room(1, CITY, 1, 4), room(2, SEA, 1, 4)), Confirmation.NOW));

                assertThat(fresh.booking()).isInstanceOf(Refused.class);
                assertThat(fresh.inventory().taken()).containsOnlyKeys("sea:other/1");
            }
        }
    }

    private void confirmed() {
        desk.ask(new Book(details(room(1, SEA, 1, 4)), Confirmation.NOW));
    }

    private void takeTheOnlySeaView() {
        desk.inventory().ask(SEA, new SellRooms("other/1", july(1, 4), 1, Enforcement.ENFORCE), SOMEBODY_ELSE);
    }

    private Refused refused(RefusalReason reason, String roomType, int ofJuly) {
        return new Refused(known(), new Refusal(reason, roomType, JULY.plusDays(ofJuly - 1L)));
    }

    private Facts facts() {
        return Facts.of(details(room(1, SEA, 1, 4)), NOON);
    }

    private Facts known() {
        return desk.booking().known().orElseThrow();
    }

    private ProblemCode code(BookingCommand command) {
        return desk.ask(command).map(Problem::code).orElseThrow();
    }
}

package io.waymark.pipeline.jobs.booking;

import static io.waymark.pipeline.jobs.Stories.ARRIVAL;
import static io.waymark.pipeline.jobs.Stories.BOOKED;
import static io.waymark.pipeline.jobs.Stories.DOUBLE;
import static io.waymark.pipeline.jobs.Stories.SUITE;
import static io.waymark.pipeline.jobs.Stories.confirmed;
import static io.waymark.pipeline.jobs.Stories.details;
import static io.waymark.pipeline.jobs.Stories.held;
import static io.waymark.pipeline.jobs.Stories.stay;
import static io.waymark.pipeline.jobs.booking.Events.fold;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.EventJson;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.BookingExpired;
import io.waymark.events.booking.BookingEvent.BookingRefused;
import io.waymark.events.booking.BookingEvent.ChangeRefused;
import io.waymark.events.booking.BookingEvent.ChangeRequested;
import io.waymark.events.booking.BookingEvent.ConfirmationRequested;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.events.booking.BookingEvent.GuestCheckedOut;
import io.waymark.events.booking.BookingEvent.NoShowRecorded;
import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.events.booking.BookingEvent.RefusalReason;
import io.waymark.events.booking.BookingEvent.RoomsReleased;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FoldedBookingTest {

    private static final BookingDetails TWO_NIGHTS = details(20_000, stay(1, DOUBLE, ARRIVAL, 2));
    private static final BookingDetails SUITE_NIGHT = details(30_000, stay(1, SUITE, ARRIVAL.plusDays(1), 1));
    private static final Refusal SOLD_OUT = new Refusal(RefusalReason.SOLD_OUT, "DBL", ARRIVAL);

    @ParameterizedTest
    @MethodSource("stories")
    void standsWhereItsEventsHaveLedIt(String status, boolean onBooks, List<BookingEvent> events) {
        FoldedBooking booking = fold(TWO_NIGHTS, events.toArray(BookingEvent[]::new));

        assertThat(booking.status().label()).isEqualTo(status);
        assertThat(booking.onBooks()).isEqualTo(onBooks);
        assertThat(booking.mark().version()).isEqualTo(1 + events.size());
    }

    static Stream<Arguments> stories() {
        ChangeRequested change = new ChangeRequested("chg", SUITE_NIGHT);
        return Stream.of(
                Arguments.of("requested", false, List.of()),
                Arguments.of("held", false, List.of(held())),
                Arguments.of("held", false, List.of(held(), new ConfirmationRequested())),
                Arguments.of("refused", false, List.of(new BookingRefused(SOLD_OUT))),
                Arguments.of("expired", false, List.of(held(), new BookingExpired())),
                Arguments.of("confirmed", true, List.of(held(), confirmed())),
                Arguments.of("changing", true, List.of(confirmed(), change)),
                Arguments.of("confirmed", true, List.of(confirmed(), change, new ChangeRefused("chg", SOLD_OUT))),
                Arguments.of(
                        "confirmed",
                        true,
                        List.of(confirmed(), change, new BookingChanged("chg", SUITE_NIGHT), new RoomsReleased())),
                Arguments.of("changing", false, List.of(held(), change)),
                Arguments.of("cancelled", false, List.of(confirmed(), new BookingCancelled(null))),
                Arguments.of("checked-in", true, List.of(confirmed(), new GuestCheckedIn(null, null))),
                Arguments.of(
                        "checked-out",
                        true,
                        List.of(
                                confirmed(),
                                new GuestCheckedIn("DBL", "PT"),
                                new GuestCheckedOut(ARRIVAL.plusDays(2)))),
                Arguments.of("no-show", false, List.of(confirmed(), new NoShowRecorded())));
    }

    @Test
    void aChangeReplacesWhatWasAgreedOnceItIsMade() {
        FoldedBooking changing = fold(TWO_NIGHTS, confirmed(), new ChangeRequested("chg", SUITE_NIGHT));
        FoldedBooking changed = changing.after(new BookingChanged("chg", SUITE_NIGHT), Events.mark(4));

        assertThat(changing.agreed().total().amountMinor()).isEqualTo(20_000);
        assertThat(changed.agreed().total().amountMinor()).isEqualTo(30_000);
        assertThat(changed.changes()).isEqualTo(1);
        assertThat(changed.milestones().changedAt()).isEqualTo(BOOKED.plus(Duration.ofHours(3)));
    }

    @Test
    void theCountryIsOftenLearntAtCheckIn() {
        FoldedBooking booking = fold(TWO_NIGHTS, confirmed(), new GuestCheckedIn("STE", "DE"));

        assertThat(booking.agreed().country()).isEqualTo("DE");
        assertThat(booking.outcome().assignedRoomTypeCode()).isEqualTo("STE");
    }

    @Test
    void aRefusalIsKeptInWords() {
        FoldedBooking booking = fold(TWO_NIGHTS, new BookingRefused(SOLD_OUT));

        assertThat(booking.outcome().refusal()).isEqualTo("sold-out: DBL 2016-07-01");
    }

    @Test
    void itsStateSurvivesACheckpointAndHoldsNothingPersonal() throws Exception {
        FoldedBooking booking = fold(TWO_NIGHTS, held(), confirmed(), new GuestCheckedIn("DBL", "PT"));

        String json = EventJson.MAPPER.writeValueAsString(booking);

        assertThat(EventJson.MAPPER.readValue(json, FoldedBooking.class)).isEqualTo(booking);
        assertThat(json).doesNotContain("sealed").doesNotContain("sub_");
    }
}

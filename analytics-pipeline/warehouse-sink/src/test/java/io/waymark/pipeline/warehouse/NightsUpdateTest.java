package io.waymark.pipeline.warehouse;

import static io.waymark.pipeline.warehouse.Changes.confirmed;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.kernel.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightsUpdateTest {

    private static final BookingChange THREE_NIGHTS = confirmed("bkg_1", 1, 3);
    private static final BookingChange LONGER = confirmed("bkg_1", 2, 3, 5);
    private static final BookingChange SHORTER = confirmed("bkg_1", 3, 5, 1);

    @Test
    void aLongerStayAddsNightsAndLeavesTheOthersAlone() {
        assertThat(nights(0, THREE_NIGHTS)).hasValueSatisfying(update -> {
            assertThat(update.added()).hasSize(3);
            assertThat(update.kept()).isEmpty();
        });
        assertThat(nights(1, LONGER)).hasValueSatisfying(update -> {
            assertThat(update.added()).hasSize(2);
            assertThat(update.replaced()).isEmpty();
            assertThat(update.kept()).isEmpty();
        });
    }

    @Test
    void aShorterStaySaysWhichNightsMayStay() {
        assertThat(nights(2, SHORTER)).hasValueSatisfying(update -> {
            assertThat(update.added()).isEmpty();
            assertThat(update.replaced()).isEmpty();
            assertThat(update.kept())
                    .hasValueSatisfying(kept -> assertThat(kept).hasSize(1));
        });
    }

    @Test
    void anotherPriceReplacesTheNights() {
        List<StayNight> before = THREE_NIGHTS.nights();
        List<StayNight> after =
                Changes.change("bkg_1", 2, 3, Money.of(99, "EUR")).nights();

        assertThat(NightsUpdate.between(THREE_NIGHTS.booking(), before, after))
                .hasValueSatisfying(update -> assertThat(update.replaced()).isEqualTo(after));
    }

    @Test
    void stepsOfOneBatchBecomeOneUpdate() {
        assertThat(nights(0, THREE_NIGHTS, LONGER, SHORTER)).hasValueSatisfying(update -> {
            assertThat(update.added()).hasSize(1);
            assertThat(update.booking().version()).isEqualTo(3);
        });
        assertThat(nights(1, LONGER, confirmed("bkg_1", 3, 5, 3))).isEmpty();
    }

    @Test
    void behindAGapNothingIsTakenForGranted() {
        assertThat(nights(1, SHORTER)).hasValueSatisfying(update -> {
            assertThat(update.replaced()).hasSize(1);
            assertThat(update.kept()).isPresent();
        });
    }

    @Test
    void aBookingThatIsNewerInTheTableIsLeftAlone() {
        BookingChanges booking =
                BookingChanges.byBooking(List.of(THREE_NIGHTS)).iterator().next();

        assertThat(booking.nights(null)).isEmpty();
        assertThat(booking.beyond(null)).isEmpty();
        assertThat(booking.upTo(null)).containsExactly(THREE_NIGHTS);
    }

    private static Optional<NightsUpdate> nights(long version, BookingChange... changes) {
        return BookingChanges.byBooking(List.of(changes)).iterator().next().nights(version);
    }
}

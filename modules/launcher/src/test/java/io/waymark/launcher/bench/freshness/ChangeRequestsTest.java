package io.waymark.launcher.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeRequestsTest {

    @Test
    void eachRoundOfChangesIsTheNextRevisionOfEveryBooking() {
        long bookings = ChangeRequests.BOOKINGS;

        assertThat(ChangeRequests.sample(0, 7).revision()).isEqualTo(3);
        assertThat(ChangeRequests.sample(bookings - 1, 7).revision()).isEqualTo(3);
        assertThat(ChangeRequests.sample(bookings, 7))
                .isEqualTo(new Sample(ChangeRequests.sample(0, 7).booking(), 4, 7));
    }
}

package io.waymark.channels.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.connection.Outbound;
import io.waymark.channels.port.SellableRoom.Night;
import java.net.URI;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void aChannelIsToldOfAllThatIsFreeWithinItsShare() {
        Night night = night(10, 2, 9, false);

        assertThat(Share.of(night, outbound(true, 0))).isEqualTo(3);
        assertThat(Share.of(night, outbound(false, 0))).isEqualTo(1);
        assertThat(Share.of(night, outbound(true, 2))).isEqualTo(1);
        assertThat(Share.of(night(10, 2, 9, true), outbound(true, 0))).isZero();
    }

    @Property
    void noChannelIsToldOfMoreThanTheInventoryWouldSell(
            @ForAll @IntRange(max = 50) int capacity,
            @ForAll @IntRange(max = 10) int allowance,
            @ForAll @IntRange(max = 70) int occupied,
            @ForAll boolean sellsAllowance,
            @ForAll @IntRange(max = 5) int keepBack) {
        int told = Share.of(night(capacity, allowance, occupied, false), outbound(sellsAllowance, keepBack));

        assertThat(told).isBetween(0, Math.max(0, capacity + allowance - occupied));
    }

    private static Night night(int capacity, int allowance, int occupied, boolean closed) {
        return new Night(capacity, allowance, occupied, closed, 0, false, false);
    }

    private static Outbound outbound(boolean sellsAllowance, int keepBack) {
        return new Outbound(
                URI.create("http://127.0.0.1:9"),
                "waymark",
                null,
                false,
                true,
                10,
                100,
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                400,
                sellsAllowance,
                keepBack,
                null,
                Duration.ofMinutes(15),
                Duration.ofDays(1));
    }
}

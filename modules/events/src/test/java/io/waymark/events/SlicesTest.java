package io.waymark.events;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicesTest {

    /** First byte of the MD5 that {@code md5sum} prints, modulo 64. In the journal for ever: no value may change. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            Booking|ten_01J00000000000000000000000:bkg_01JD8W3V9Q6ZP4N2M7K5H1G0FT 36
            RoomType|ten_01J00000000000000000000000:rmt_2H5JGVQQ5FNGHHPED27Q2D6AJY 37
            Property|ten_01J00000000000000000000000:prp_6AJY0H5JGVQQ5FNGHHPED27Q2D 24
            Überraschung|ten_x:ü 34""")
    void aSliceNeverChanges(String persistenceId, int slice) {
        assertThat(Slices.of(persistenceId)).isEqualTo(slice);
    }

    @Test
    void anEmptyIdHasASliceToo() {
        assertThat(Slices.of("")).isEqualTo(0xd4 & 63);
    }

    @Property
    void everySliceIsOneOfSixtyFour(@ForAll String persistenceId) {
        assertThat(Slices.of(persistenceId)).isBetween(0, Slices.COUNT - 1);
    }
}

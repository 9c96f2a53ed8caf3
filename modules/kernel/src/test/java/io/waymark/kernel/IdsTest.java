package io.waymark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");

    @Property
    void newIdsAreValidAndSortByTime(@ForAll @LongRange(min = 0, max = 1L << 46) long millis) {
        String earlier = Ids.next("bkg", Instant.ofEpochMilli(millis), RANDOM);
        String later = Ids.next("bkg", Instant.ofEpochMilli(millis + 1), RANDOM);

        assertThat(Ids.valid("bkg", earlier)).isTrue();
        assertThat(earlier).isLessThan(later);
    }

    @Property
    void derivedIdsAreValidAndStable(@ForAll String channel, @ForAll String reference) {
        String id = Ids.derived("cbk", channel, reference);

        assertThat(Ids.valid("cbk", id)).isTrue();
        assertThat(Ids.derived("cbk", channel, reference)).isEqualTo(id);
    }

    /** In the journal for ever: a change here would orphan every entity that was addressed by its parts. */
    @Test
    void theDerivationNeverChanges() {
        assertThat(Ids.derived("prp", "a")).isEqualTo("prp_6AJY0H5JGVQQ5FNGHHPED27Q2D");
    }
}

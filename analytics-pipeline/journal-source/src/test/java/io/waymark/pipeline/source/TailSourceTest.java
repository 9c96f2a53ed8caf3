package io.waymark.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.events.JournalPosition;
import io.waymark.events.Slices;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TailSourceTest {

    @Property
    void everySliceIsInExactlyOneSplit(@ForAll @IntRange(min = 1, max = 64) int splits) {
        List<SliceSplit> ranges = TailSource.fromTheStart(splits);

        assertThat(ranges).hasSize(splits);
        assertThat(IntStream.range(0, Slices.COUNT))
                .allSatisfy(slice -> assertThat(ranges.stream().filter(split -> split.contains(slice)))
                        .hasSize(1));
    }

    @Property
    void aSplitSurvivesACheckpoint(@ForAll long txId, @ForAll long ordering) throws IOException {
        SliceSplit split = new SliceSplit(8, 15, new JournalPosition(txId, ordering));
        SliceSplitSerializer one = new SliceSplitSerializer();
        SliceSplitsSerializer many = new SliceSplitsSerializer();

        assertThat(one.deserialize(one.getVersion(), one.serialize(split))).isEqualTo(split);
        assertThat(many.deserialize(many.getVersion(), many.serialize(List.of(split, split))))
                .containsExactly(split, split);
    }

    @Test
    void aSplitOfALaterReleaseIsRefused() {
        assertThatThrownBy(() -> new SliceSplitSerializer().deserialize(2, new byte[24]))
                .hasMessageContaining("later release");
    }
}

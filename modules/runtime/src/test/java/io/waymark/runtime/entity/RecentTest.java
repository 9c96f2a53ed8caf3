package io.waymark.runtime.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waymark.runtime.entity.Recent.Entry;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecentTest {

    /** The first four have the same hash, whatever follows them. */
    private static final List<String> NAMES = List.of("AaAa", "AaBB", "BBAa", "BBBB", "other");

    @Property
    void everyCommandOfLateIsFoundAndNoOther(
            @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 60) Integer> commands) {
        Recent recent = Recent.NONE;
        List<Entry> expected = new ArrayList<>();
        long revision = 0;
        for (int number : commands) {
            Entry entry = new Entry(name(number), "digest", ++revision);
            if (!expected.isEmpty() && expected.getLast().commandId().equals(entry.commandId())) {
                expected.removeLast();
            }
            expected.add(entry);
            recent = recent.with(entry);
        }
        List<Entry> kept = expected.subList(Math.max(0, expected.size() - Recent.LIMIT), expected.size());
        assertThat(recent.entries()).isEqualTo(kept);
        for (int number = 0; number <= 60; number++) {
            String name = name(number);
            assertThat(recent.find(name))
                    .isEqualTo(kept.reversed().stream()
                            .filter(entry -> entry.commandId().equals(name))
                            .findFirst());
        }
    }

    @Test
    void isInASnapshotAsItsEntries() throws Exception {
        JsonMapper mapper = JsonMapper.builder().build();
        Recent recent = Recent.NONE.with(new Entry("one", "a", 1)).with(new Entry("two", "b", 3));
        String json = mapper.writeValueAsString(recent);
        assertThat(json)
                .isEqualTo("{\"entries\":[{\"commandId\":\"one\",\"digest\":\"a\",\"revision\":1},"
                        + "{\"commandId\":\"two\",\"digest\":\"b\",\"revision\":3}]}");
        assertThat(mapper.readValue(json, Recent.class).entries()).isEqualTo(recent.entries());
    }

    private static String name(int number) {
        return NAMES.get(number % NAMES.size()) + number / NAMES.size();
    }
}

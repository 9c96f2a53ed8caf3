package io.waymark.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.GoldenFiles.Golden;
import io.waymark.events.JournalCodec.Encoded;
import io.waymark.kernel.Ids;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was journalled once is read, and hashed, the same way by every later release. */
class GoldenFilesTest {

    private static final JournalCodec CODEC = new JournalCodec();

    @BeforeAll
    static void addWhatIsMissing() {
        samples().forEach((file, sample) -> GoldenFiles.addIfMissing(file, sample.payload()));
    }

    @Test
    void everyEventHasItsGoldenFile() {
        assertThat(goldenFiles())
                .extracting(Golden::file)
                .as("run this test once with -Dwaymark.golden=add after adding an event")
                .containsAll(samples().keySet());
        assertThat(samples().keySet()).containsAll(EventCatalog.all().names());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void aRowIsReadAndWrittenAgainByteByByte(Golden golden) {
        Envelope<Event> envelope = CODEC.decode(golden.name(), golden.payload()).orElseThrow();

        if (EventCatalog.all().names().contains(golden.name())) {
            Encoded again = CODEC.encode(envelope.meta(), envelope.data());
            assertThat(new String(again.payload(), UTF_8)).isEqualTo(golden.row());
            assertThat(again.name()).isEqualTo(golden.name());
            assertThat(again.hash()).isEqualTo(envelope.meta().hash());
        }
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void theHashIsThatOfThePreviousOneALineFeedAndTheRowWithAnEmptyHash(Golden golden) {
        Meta meta = CODEC.decode(golden.name(), golden.payload()).orElseThrow().meta();
        String open = golden.row().replace("\"hash\":\"" + meta.hash() + "\"", "\"hash\":\"\"");

        String expected = HexFormat.of().formatHex(Ids.sha256((meta.previousHash() + "\n" + open).getBytes(UTF_8)));

        assertThat(meta.hash()).isEqualTo(expected);
        assertThat(JournalCodec.expectedHash(golden.payload())).isEqualTo(expected);
    }

    @Test
    void theSamplesSayEverythingOptionalOnceAndLeaveItOutOnce() {
        for (Event event : Samples.full()) {
            assertThat(Shape.present(event)).isEqualTo(Shape.optional(event.getClass()));
        }
        for (Event event : Samples.minimal()) {
            assertThat(Shape.optional(event.getClass())).isNotEmpty();
            assertThat(Shape.present(event)).isEmpty();
        }
        assertThat(Samples.minimal())
                .extracting(EventCatalog.all()::name)
                .containsExactlyInAnyOrderElementsOf(EventCatalog.all().names().stream()
                        .filter(name -> !Shape.optional(type(name)).isEmpty())
                        .toList());
        assertThat(Shape.present(Samples.fullMeta())).isEqualTo(Shape.optional(Meta.class));
        assertThat(Shape.present(Samples.minimalMeta())).isEmpty();
    }

    /** Enum constants stand in the journal by name: they may be added, never renamed or removed. */
    @Test
    void noConstantIsRenamed() {
        List<Class<?>> types = new ArrayList<>();
        EventCatalog.all().names().forEach(name -> types.add(type(name)));

        assertThat(Shape.constants(types))
                .isEqualTo(Map.of(
                        "Confirmation", List.of("NOW", "LATER"),
                        "Failure", List.of("UNKNOWN", "DECLINED", "LIMITED", "UNREACHABLE"),
                        "Kind", List.of("NEW", "MODIFIED", "CANCELLED", "REQUESTED"),
                        "RefusalReason",
                                List.of(
                                        "SOLD_OUT",
                                        "CLOSED",
                                        "MIN_STAY",
                                        "CLOSED_TO_ARRIVAL",
                                        "CLOSED_TO_DEPARTURE",
                                        "UNKNOWN_ROOM_TYPE",
                                        "HOLD_EXPIRED"),
                        "ReleaseReason", List.of("EXPIRED", "CANCELLED", "CHANGED", "REFUSED")));
    }

    static List<Golden> goldenFiles() {
        return GoldenFiles.all();
    }

    private static Map<String, Encoded> samples() {
        Map<String, Encoded> samples = new TreeMap<>();
        Samples.full().forEach(event -> {
            Encoded encoded = CODEC.encode(Samples.fullMeta(), event);
            samples.put(encoded.name(), encoded);
        });
        Samples.minimal().forEach(event -> {
            Encoded encoded = CODEC.encode(Samples.minimalMeta(), event);
            samples.put(encoded.name() + ".minimal", encoded);
        });
        // The rows of the release before have no trace and stay as they are; one of this release has one.
        Encoded traced = CODEC.encode(Samples.fullMeta(), Samples.full().getFirst());
        samples.put(traced.name() + ".traced", traced);
        return samples;
    }

    private static Class<? extends Event> type(String name) {
        return EventCatalog.all().type(name).orElseThrow();
    }
}

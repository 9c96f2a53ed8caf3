package io.waymark.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.JournalCodec.Encoded;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.BookingConfirmed;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whoever edits, removes, inserts or reorders the events of an entity breaks its chain. */
class HashChainTest {

    private static final JournalCodec CODEC = new JournalCodec();

    private final List<byte[]> chain =
            chain(new BookingConfirmed(), new GuestCheckedIn("D", "PT"), new BookingCancelled("left early"));

    @Test
    void anUntouchedChainIsWhole() {
        assertThat(whole(chain)).isTrue();
    }

    @Test
    void anEditedEventIsNoticed() {
        byte[] edited = text(chain.get(1))
                .replace("\"country\":\"PT\"", "\"country\":\"ES\"")
                .getBytes(UTF_8);

        assertThat(whole(List.of(chain.get(0), edited, chain.get(2)))).isFalse();
    }

    @Test
    void anEditedEventWithItsOwnHashMadeAnewBreaksTheNext() {
        Envelope<Event> second =
                CODEC.decode("booking.checked-in.v1", chain.get(1)).orElseThrow();
        byte[] forged =
                CODEC.encode(second.meta(), new GuestCheckedIn("D", "ES")).payload();

        assertThat(whole(List.of(chain.get(0), forged))).isTrue();
        assertThat(whole(List.of(chain.get(0), forged, chain.get(2)))).isFalse();
    }

    @Test
    void aRemovedOrReorderedEventIsNoticed() {
        assertThat(whole(List.of(chain.get(0), chain.get(2)))).isFalse();
        assertThat(whole(List.of(chain.get(1), chain.get(2)))).isFalse();
        assertThat(whole(List.of(chain.get(0), chain.get(2), chain.get(1)))).isFalse();
    }

    @Property
    void noByteOfAnEventCanBeOtherwise(@ForAll @IntRange(max = 100_000) int at, @ForAll byte other) {
        byte[] edited = chain.get(1).clone();
        int place = at % edited.length;
        edited[place] = other;

        // Only bytes between the values may differ, and only so that the JSON says the same.
        assertThat(whole(List.of(chain.get(0), edited))).isEqualTo(sameDocument(edited, chain.get(1)));
    }

    @Property
    void equalEventsHaveEqualBytesWhateverTheOrderOfTheirRules(@ForAll("rules") Map<String, String> rules) {
        Meta meta = meta("", 1, rules);

        assertThat(CODEC.encode(meta, new BookingConfirmed()).payload())
                .isEqualTo(CODEC.encode(meta("", 1, new TreeMap<>(rules)), new BookingConfirmed())
                        .payload());
    }

    @Provide
    Arbitrary<Map<String, String>> rules() {
        var text = Arbitraries.strings().alpha().ofMaxLength(12);
        return Arbitraries.maps(text, text).ofMaxSize(12);
    }

    private static List<byte[]> chain(Event... events) {
        List<byte[]> rows = new ArrayList<>();
        String previous = "";
        for (Event event : events) {
            Encoded encoded = CODEC.encode(meta(previous, rows.size(), Map.of()), event);
            rows.add(encoded.payload());
            previous = encoded.hash();
        }
        return rows;
    }

    private static Meta meta(String previousHash, long second, Map<String, String> rules) {
        Meta meta = Samples.minimalMeta();
        return new Meta(
                meta.tenant(),
                null,
                meta.actor(),
                null,
                null,
                meta.commandId(),
                meta.commandDigest(),
                null,
                meta.source(),
                null,
                null,
                Instant.ofEpochSecond(second),
                meta.recordedAt(),
                null,
                rules,
                false,
                previousHash,
                "");
    }

    /** What {@code ./waymark verify} asks of the rows of an entity. */
    private static boolean whole(List<byte[]> rows) {
        String previous = "";
        for (byte[] row : rows) {
            try {
                var meta = EventJson.MAPPER.readTree(row).path("meta");
                String hash = meta.path("hash").asText();
                if (!previous.equals(meta.path("previousHash").asText())
                        || !hash.equals(JournalCodec.expectedHash(row))) {
                    return false;
                }
                previous = hash;
            } catch (IOException | UncheckedIOException | ClassCastException e) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameDocument(byte[] edited, byte[] original) {
        try {
            return EventJson.MAPPER.readTree(edited).equals(EventJson.MAPPER.readTree(original));
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(byte[] payload) {
        return new String(payload, UTF_8);
    }
}

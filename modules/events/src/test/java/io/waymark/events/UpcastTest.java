package io.waymark.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.events.JournalCodec.Upcast;
import io.waymark.events.booking.BookingEvent.GuestCheckedOut;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How an event of an older version reaches the program: lifted on the JSON tree, version by version. */
class UpcastTest {

    /** Two versions that never were: v0 said {@code day}, the one before it {@code left} as three numbers. */
    private static final JournalCodec CODEC = new JournalCodec(
            EventCatalog.all(),
            Map.of(
                    "booking.left.v0",
                    new Upcast("booking.checked-out.v0", UpcastTest::numbersToDay),
                    "booking.checked-out.v0",
                    new Upcast("booking.checked-out.v1", UpcastTest::dayToDepartedOn)));

    @Test
    void anOlderVersionIsLiftedToTheNewest() {
        assertThat(CODEC.decode("booking.checked-out.v0", row("{\"day\":\"2017-09-02\"}")))
                .hasValueSatisfying(envelope ->
                        assertThat(envelope.data()).isEqualTo(new GuestCheckedOut(LocalDate.of(2017, 9, 2))));
    }

    @Test
    void severalVersionsAreLiftedOneAfterTheOther() {
        assertThat(CODEC.decode("booking.left.v0", row("{\"left\":[2017,9,2]}")))
                .hasValueSatisfying(envelope ->
                        assertThat(envelope.data()).isEqualTo(new GuestCheckedOut(LocalDate.of(2017, 9, 2))));
    }

    @Test
    void theHashOfAnOlderRowIsThatOfItsOwnBytes() {
        byte[] row = row("{\"day\":\"2017-09-02\"}");
        String before = JournalCodec.expectedHash(row);

        CODEC.decode("booking.checked-out.v0", row);

        assertThat(JournalCodec.expectedHash(row)).isEqualTo(before);
        assertThat(before).isNotEqualTo(JournalCodec.expectedHash(row("{\"departedOn\":\"2017-09-02\"}")));
    }

    @Test
    void anEventOfALaterReleaseIsLeftAside() {
        assertThat(CODEC.decode("booking.teleported.v1", row("{}"))).isEmpty();
    }

    @Test
    void aFieldOfALaterReleaseIsPassedOver() {
        assertThat(CODEC.decode("booking.checked-out.v1", row("{\"departedOn\":\"2017-09-02\",\"keysReturned\":2}")))
                .hasValueSatisfying(envelope ->
                        assertThat(envelope.data()).isEqualTo(new GuestCheckedOut(LocalDate.of(2017, 9, 2))));
    }

    @Test
    void bytesThatAreNotWhatTheNamePromisesAreAnError() {
        assertThatThrownBy(() -> CODEC.decode("booking.checked-out.v1", row("{\"departedOn\":\"soon\"}")))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> CODEC.decode("booking.checked-out.v1", "not JSON".getBytes(UTF_8)))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static ObjectNode numbersToDay(ObjectNode data) {
        var left = data.remove("left");
        return data.put(
                "day",
                LocalDate.of(
                                left.get(0).asInt(),
                                left.get(1).asInt(),
                                left.get(2).asInt())
                        .toString());
    }

    private static ObjectNode dayToDepartedOn(ObjectNode data) {
        data.set("departedOn", data.remove("day"));
        return data;
    }

    private static byte[] row(String data) {
        byte[] encoded = CODEC.encode(Samples.minimalMeta(), new GuestCheckedOut(LocalDate.EPOCH))
                .payload();
        return new String(encoded, UTF_8)
                .replace("{\"departedOn\":\"1970-01-01\"}", data)
                .getBytes(UTF_8);
    }
}

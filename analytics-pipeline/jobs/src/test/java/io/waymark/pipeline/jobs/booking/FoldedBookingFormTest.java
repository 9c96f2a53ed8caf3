package io.waymark.pipeline.jobs.booking;

import static io.waymark.pipeline.jobs.Stories.ARRIVAL;
import static io.waymark.pipeline.jobs.Stories.DOUBLE;
import static io.waymark.pipeline.jobs.Stories.SUITE;
import static io.waymark.pipeline.jobs.Stories.confirmed;
import static io.waymark.pipeline.jobs.Stories.details;
import static io.waymark.pipeline.jobs.Stories.stay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.pipeline.stream.BinaryType;
import io.waymark.pipeline.stream.JsonType;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class FoldedBookingFormTest {

    private static final FoldedBooking REQUESTED =
            Events.fold(details(-20_001, stay(1, DOUBLE, ARRIVAL, 2), stay(2, SUITE, ARRIVAL, 1)));

    private final TypeSerializer<FoldedBooking> serializer =
            new BinaryType<>(new FoldedBookingForm()).createSerializer(new SerializerConfigImpl());

    @Test
    void aBookingIsTheSameAfterTheJourney() throws IOException {
        List<FoldedBooking> bookings = List.of(
                REQUESTED,
                Events.fold(details(20_000, stay(1, DOUBLE, ARRIVAL, 2)), confirmed()),
                Events.fold(details(20_000, stay(1, DOUBLE, ARRIVAL, 2)), confirmed(), new GuestCheckedIn("SÜD", "AT")),
                Events.fold(details(20_000, stay(1, DOUBLE, ARRIVAL, 2)), confirmed(), new BookingCancelled("rain")));
        for (FoldedBooking booking : bookings) {
            assertThat(serializer.deserialize(input(write(booking)))).isEqualTo(booking);
        }
    }

    @Test
    void severalValuesFollowEachOther() throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(64);
        serializer.serialize(REQUESTED, output);
        serializer.copy(input(write(REQUESTED)), output);
        DataInputDeserializer input = input(output);

        assertThat(serializer.deserialize(input)).isEqualTo(REQUESTED);
        assertThat(serializer.deserialize(input)).isEqualTo(REQUESTED);
        assertThat(input.available()).isZero();
    }

    @Test
    void aFormOfALaterReleaseIsNotGuessedAt() throws IOException {
        byte[] later = write(REQUESTED).getCopyOfBuffer();
        later[0] = 99;

        assertThatThrownBy(() -> serializer.deserialize(new DataInputDeserializer(later)))
                .hasMessageContaining("version 99");
    }

    @Test
    void aCheckpointKnowsTheForm() throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(output, serializer.snapshotConfiguration());
        TypeSerializerSnapshot<FoldedBooking> restored = TypeSerializerSnapshot.readVersionedSnapshot(
                input(output), FoldedBookingFormTest.class.getClassLoader());

        assertThat(restored.restoreSerializer()).isEqualTo(serializer);
        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(restored)
                        .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void bookingsThatWereKeptAsJsonAreRewritten() {
        TypeSerializer<FoldedBooking> json =
                new JsonType<>(FoldedBooking.class).createSerializer(new SerializerConfigImpl());

        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(json.snapshotConfiguration())
                        .isCompatibleAfterMigration())
                .isTrue();
    }

    private DataOutputSerializer write(FoldedBooking booking) throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(64);
        serializer.serialize(booking, output);
        return output;
    }

    private static DataInputDeserializer input(DataOutputSerializer output) {
        return new DataInputDeserializer(output.getCopyOfBuffer());
    }
}

package io.waymark.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTypeTest {

    /** What an older release kept. */
    record Before(String name) {}

    /** The same with a new field, as a later release would have it. */
    record Sample(String name, @Nullable List<Integer> numbers) {}

    private final TypeSerializer<Sample> serializer =
            new JsonType<>(Sample.class).createSerializer(new SerializerConfigImpl());

    @Test
    void aRecordIsTheSameAfterTheJourney() throws IOException {
        Sample sample = new Sample("Ötztal", List.of(1, 2));

        assertThat(serializer.deserialize(input(write(serializer, sample)))).isEqualTo(sample);
        assertThat(serializer.copy(sample)).isSameAs(sample);
    }

    @Test
    void stateOfAnOlderShapeIsRead() throws IOException {
        TypeSerializer<Before> older = new JsonType<>(Before.class).createSerializer(new SerializerConfigImpl());

        assertThat(serializer.deserialize(input(write(older, new Before("kept")))))
                .isEqualTo(new Sample("kept", null));
    }

    @Test
    void bytesAreCopiedWithoutReadingThem() throws IOException {
        Sample sample = new Sample("copied", null);
        DataOutputSerializer copy = new DataOutputSerializer(16);
        serializer.copy(input(write(serializer, sample)), copy);

        assertThat(serializer.deserialize(input(copy))).isEqualTo(sample);
    }

    @Test
    void aCheckpointKnowsWhichRecordItHolds() throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(output, serializer.snapshotConfiguration());
        TypeSerializerSnapshot<Sample> restored =
                TypeSerializerSnapshot.readVersionedSnapshot(input(output), JsonTypeTest.class.getClassLoader());

        assertThat(restored.restoreSerializer()).isEqualTo(serializer);
        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(restored)
                        .isCompatibleAsIs())
                .isTrue();
    }

    private static <T> DataOutputSerializer write(TypeSerializer<T> serializer, T record) throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(64);
        serializer.serialize(record, output);
        return output;
    }

    private static DataInputDeserializer input(DataOutputSerializer output) {
        return new DataInputDeserializer(output.getCopyOfBuffer());
    }
}

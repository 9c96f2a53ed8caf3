package io.waymark.pipeline.stream;

import io.waymark.events.EventJson;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes a record as the length and bytes of its JSON. Records are immutable, so copies are the record itself. */
final class JsonTypeSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1;

    private final Class<T> type;

    JsonTypeSerializer(Class<T> type) {
        this.type = type;
    }

    Class<T> type() {
        return type;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    @SuppressWarnings("NullAway") // Flink asks for an instance to fill; an immutable type has none to give
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T record, DataOutputView target) throws IOException {
        byte[] json = EventJson.MAPPER.writeValueAsBytes(record);
        target.writeInt(json.length);
        target.write(json);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        byte[] json = new byte[source.readInt()];
        source.readFully(json);
        return EventJson.MAPPER.readValue(json, type);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        byte[] json = new byte[source.readInt()];
        source.readFully(json);
        target.writeInt(json.length);
        target.write(json);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonTypeSerializer<?> json && json.type.equals(type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new JsonTypeSerializerSnapshot<>(type);
    }
}

package io.waymark.pipeline.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes a record as the version of its form and the form. Records are immutable, so copies are the record itself. */
final class BinaryTypeSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1;

    private final BinaryForm<T> form;

    BinaryTypeSerializer(BinaryForm<T> form) {
        this.form = form;
    }

    BinaryForm<T> form() {
        return form;
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
        target.writeByte(form.version());
        form.write(record, new BinaryOutput(target));
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        int version = source.readUnsignedByte();
        return form.read(version, new BinaryInput(source));
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BinaryTypeSerializer<?> binary
                && binary.form.getClass().equals(form.getClass());
    }

    @Override
    public int hashCode() {
        return form.getClass().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new BinaryTypeSerializerSnapshot<>(form);
    }
}

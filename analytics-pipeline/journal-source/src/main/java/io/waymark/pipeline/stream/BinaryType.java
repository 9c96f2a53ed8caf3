package io.waymark.pipeline.stream;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Carries immutable records in a form of ours, which is much cheaper than {@link JsonType} and more work: for the state that
 * every event touches.
 */
public final class BinaryType<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1;

    private final BinaryForm<T> form;

    public BinaryType(BinaryForm<T> form) {
        this.form = form;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new BinaryTypeSerializer<>(form);
    }

    @Override
    public Class<T> getTypeClass() {
        return form.type();
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof BinaryType;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BinaryType<?> binary && binary.form.getClass().equals(form.getClass());
    }

    @Override
    public int hashCode() {
        return form.getClass().hashCode();
    }

    @Override
    public String toString() {
        return "Binary<" + form.type().getSimpleName() + ">";
    }
}

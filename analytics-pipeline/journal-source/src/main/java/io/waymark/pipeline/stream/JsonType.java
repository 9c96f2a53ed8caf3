package io.waymark.pipeline.stream;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Carries immutable records as JSON, between operators and in state.
 *
 * <p>Flink's own record serializer knows no nested nullable values, no own types and no new fields; JSON state survives
 * every added field, which matters because state lives as long as the bookings.
 */
public final class JsonType<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1;

    private final Class<T> type;

    public JsonType(Class<T> type) {
        this.type = type;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new JsonTypeSerializer<>(type);
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
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
        return other instanceof JsonType;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonType<?> json && json.type.equals(type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return "Json<" + type.getSimpleName() + ">";
    }
}

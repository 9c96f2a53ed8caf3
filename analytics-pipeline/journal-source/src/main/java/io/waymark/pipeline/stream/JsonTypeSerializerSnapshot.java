package io.waymark.pipeline.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint remembers of a {@link JsonTypeSerializer}: the name of the record. JSON of an older shape of the same
 * record is read as it is, so fields may be added and must stay optional; the record may not be renamed.
 */
public final class JsonTypeSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int VERSION = 1;

    private @Nullable Class<T> type;

    /** For Flink, which then calls {@link #readSnapshot}. */
    public JsonTypeSerializerSnapshot() {}

    JsonTypeSerializerSnapshot(Class<T> type) {
        this.type = type;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView output) throws IOException {
        output.writeUTF(type().getName());
    }

    @Override
    public void readSnapshot(int version, DataInputView input, ClassLoader loader) throws IOException {
        type = InstantiationUtil.resolveClassByName(input, loader);
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new JsonTypeSerializer<>(type());
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> older) {
        return older instanceof JsonTypeSerializerSnapshot<T> json
                        && json.type().equals(type())
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }

    Class<T> type() {
        if (type == null) {
            throw new IllegalStateException("the snapshot has not been read yet");
        }
        return type;
    }
}

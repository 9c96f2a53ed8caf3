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
 * What a checkpoint remembers of a {@link BinaryTypeSerializer}: the name of the form, whose values say their version
 * themselves. State that an older release kept as JSON of the same record is rewritten when it is restored.
 */
public final class BinaryTypeSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int VERSION = 1;

    private @Nullable BinaryForm<T> form;

    /** For Flink, which then calls {@link #readSnapshot}. */
    public BinaryTypeSerializerSnapshot() {}

    BinaryTypeSerializerSnapshot(BinaryForm<T> form) {
        this.form = form;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView output) throws IOException {
        output.writeUTF(form().getClass().getName());
    }

    @Override
    public void readSnapshot(int version, DataInputView input, ClassLoader loader) throws IOException {
        Class<BinaryForm<T>> type = InstantiationUtil.resolveClassByName(input, loader);
        form = InstantiationUtil.instantiate(type);
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new BinaryTypeSerializer<>(form());
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> older) {
        if (older instanceof BinaryTypeSerializerSnapshot<T> binary
                && binary.form().getClass().equals(form().getClass())) {
            return TypeSerializerSchemaCompatibility.compatibleAsIs();
        }
        return older instanceof JsonTypeSerializerSnapshot<T> json
                        && json.type().equals(form().type())
                ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
                : TypeSerializerSchemaCompatibility.incompatible();
    }

    private BinaryForm<T> form() {
        if (form == null) {
            throw new IllegalStateException("the snapshot has not been read yet");
        }
        return form;
    }
}

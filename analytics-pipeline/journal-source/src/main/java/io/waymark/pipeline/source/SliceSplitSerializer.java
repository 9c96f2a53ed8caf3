package io.waymark.pipeline.source;

import io.waymark.events.JournalPosition;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A split in a checkpoint. A new form gets a new version; old ones are read for ever. */
final class SliceSplitSerializer implements SimpleVersionedSerializer<SliceSplit> {

    private static final int VERSION = 1;
    private static final int BYTES = 2 * Integer.BYTES + 2 * Long.BYTES;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(SliceSplit split) throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(BYTES);
        write(split, output);
        return output.getCopyOfBuffer();
    }

    @Override
    public SliceSplit deserialize(int version, byte[] bytes) throws IOException {
        check(version);
        return read(new DataInputDeserializer(bytes));
    }

    static void check(int version) throws IOException {
        if (version != VERSION) {
            throw new IOException("a split of version " + version + " is from a later release");
        }
    }

    static void write(SliceSplit split, DataOutput output) throws IOException {
        output.writeInt(split.from());
        output.writeInt(split.to());
        output.writeLong(split.position().txId());
        output.writeLong(split.position().ordering());
    }

    static SliceSplit read(DataInput input) throws IOException {
        return new SliceSplit(
                input.readInt(), input.readInt(), new JournalPosition(input.readLong(), input.readLong()));
    }
}

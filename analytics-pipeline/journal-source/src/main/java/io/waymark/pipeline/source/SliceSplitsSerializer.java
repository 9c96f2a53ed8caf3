package io.waymark.pipeline.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The splits that no reader has yet, in a checkpoint. */
final class SliceSplitsSerializer implements SimpleVersionedSerializer<List<SliceSplit>> {

    private static final int BYTES = 256;

    @Override
    public int getVersion() {
        return new SliceSplitSerializer().getVersion();
    }

    @Override
    public byte[] serialize(List<SliceSplit> splits) throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(BYTES);
        output.writeInt(splits.size());
        for (SliceSplit split : splits) {
            SliceSplitSerializer.write(split, output);
        }
        return output.getCopyOfBuffer();
    }

    @Override
    public List<SliceSplit> deserialize(int version, byte[] bytes) throws IOException {
        SliceSplitSerializer.check(version);
        DataInputDeserializer input = new DataInputDeserializer(bytes);
        int count = input.readInt();
        List<SliceSplit> splits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            splits.add(SliceSplitSerializer.read(input));
        }
        return splits;
    }
}

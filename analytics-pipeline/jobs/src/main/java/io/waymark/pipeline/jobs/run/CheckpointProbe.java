package io.waymark.pipeline.jobs.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;

/** Tells whether a checkpoint is whole: its metadata can be read, and every file that it names is there in full length. */
final class CheckpointProbe {

    private CheckpointProbe() {}

    static boolean isGood(Path checkpoint) {
        Path metadata = checkpoint.resolve("_metadata");
        try (DataInputStream input = new DataInputStream(Files.newInputStream(metadata))) {
            CheckpointMetadata read = org.apache.flink.runtime.checkpoint.Checkpoints.loadCheckpointMetadata(
                    input,
                    CheckpointProbe.class.getClassLoader(),
                    checkpoint.toUri().toString());
            return read.getOperatorStates().stream()
                    .map(OperatorState::getDiscardables)
                    .flatMap(Collection::stream)
                    .flatMap(CheckpointProbe::files)
                    .allMatch(CheckpointProbe::isWhole);
        } catch (IOException | RuntimeException e) {
            // Whatever a damaged file makes the reader throw.
            return false;
        }
    }

    private static Stream<StreamStateHandle> files(StateObject state) {
        return switch (state) {
            case IncrementalRemoteKeyedStateHandle incremental ->
                Stream.concat(
                        Stream.of(incremental.getMetaDataStateHandle()),
                        Stream.of(incremental.getSharedState(), incremental.getPrivateState())
                                .flatMap(List::stream)
                                .map(HandleAndLocalPath::getHandle));
            case KeyGroupsStateHandle keyed -> Stream.of(keyed.getDelegateStateHandle());
            case OperatorStateHandle operator -> Stream.of(operator.getDelegateStateHandle());
            case StreamStateHandle stream -> Stream.of(stream);
            default -> Stream.empty();
        };
    }

    private static boolean isWhole(StreamStateHandle handle) {
        if (!(handle instanceof FileStateHandle file)) {
            return true;
        }
        try {
            return Files.size(Path.of(file.getFilePath().toUri())) == file.getStateSize();
        } catch (IOException e) {
            return false;
        }
    }
}

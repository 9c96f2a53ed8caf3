package io.waymark.pipeline.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    private final Set<Path> damaged = new HashSet<>();

    @Test
    void thereIsNoneInAFolderThatDoesNotExist() throws IOException {
        assertThat(checkpoints(folder.resolve("none")).newestGood()).isEmpty();
    }

    @Test
    void theNewestOfAllRunsIsTaken() throws IOException {
        checkpoint("run-1", 41, 10);
        Path newest = checkpoint("run-2", 3, 20);
        checkpoint("run-2", 2, 19);

        assertThat(checkpoints(folder).newestGood()).contains(newest);
    }

    @Test
    void theNumberDecidesBetweenCheckpointsOfOneMoment() throws IOException {
        checkpoint("run", 9, 10);
        Path newest = checkpoint("run", 10, 10);

        assertThat(checkpoints(folder).newestGood()).contains(newest);
    }

    @Test
    void aDamagedOneIsPassedOver() throws IOException {
        Path before = checkpoint("run", 9, 10);
        damaged.add(checkpoint("run", 10, 20));

        assertThat(checkpoints(folder).newestGood()).contains(before);
    }

    @Test
    void anUnfinishedOneDoesNotCount() throws IOException {
        Files.createDirectories(folder.resolve("run/chk-7"));

        assertThat(checkpoints(folder).newestGood()).isEmpty();
    }

    @Test
    void metadataThatIsNoMetadataIsDamaged() throws IOException {
        checkpoint("run", 1, 10);

        assertThat(Checkpoints.in(folder).newestGood()).isEmpty();
    }

    @Test
    void runsThatNobodyNeedsAreDeleted() throws IOException {
        checkpoint("old", 1, 1);
        checkpoint("before", 1, 10);
        checkpoint("latest", 1, 20);
        checkpoint("latest", 2, 21);

        checkpoints(folder).prune();

        assertThat(folder.resolve("old")).doesNotExist();
        assertThat(folder.resolve("before")).exists();
        assertThat(folder.resolve("latest")).exists();
    }

    private Checkpoints checkpoints(Path root) {
        return new Checkpoints(root, checkpoint -> !damaged.contains(checkpoint));
    }

    private Path checkpoint(String run, int number, int minute) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(run).resolve("chk-" + number));
        Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "not Flink's");
        Files.setLastModifiedTime(metadata, FileTime.from(NOON.plusSeconds(60L * minute)));
        return checkpoint;
    }
}

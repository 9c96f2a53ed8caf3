package io.waymark.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.launcher.FlinkMode;
import io.waymark.launcher.Settings;
import io.waymark.servers.RecordedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path project;

    private Settings settings = new Settings(Path.of("/"), Path.of("/"), "", 0, 0, 0, 0, 0, 0, FlinkMode.EMBEDDED);
    private RunFolder folder = new RunFolder(settings);

    @BeforeEach
    void inAFolderOfItsOwn() {
        settings = new Settings(project, project.resolve("var"), "127.0.0.1", 1, 2, 3, 4, 5, 6, FlinkMode.EMBEDDED);
        folder = new RunFolder(settings);
    }

    @Test
    void partsAreFoundAgainInTheOrderOfTheirStart() {
        RunningPart flink = part("flink", PartKind.FLINK, ownProcess());
        RunningPart postgres = part("postgres", PartKind.POSTGRES, ownProcess());
        RunningPart second = part("node-2", PartKind.NODE, ownProcess());
        List.of(flink, second, postgres).forEach(folder::write);

        assertThat(folder.parts()).containsExactly(postgres, second, flink);
        assertThat(folder.supervisor()).isEmpty();
    }

    @Test
    void onlyTheOwnerMayReadWhatIsWritten() throws IOException {
        folder.write(part("flink", PartKind.FLINK, ownProcess()));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(settings.data().resolve("run/flink.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aStrangerThatTookTheRecordedIdIsLeftAlone() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            RecordedProcess dead = new RecordedProcess(stranger.pid(), Instant.parse("2026-05-01T12:00:00Z"));
            folder.write(part("flink", PartKind.FLINK, dead));
            List<String> stopped = new ArrayList<>();

            new Stopping(settings).all(stopped::add);

            assertThat(stopped).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void partsStopInTheReverseOfTheirStart() throws IOException {
        Process node = new ProcessBuilder("sleep", "60").start();
        Process flink = new ProcessBuilder("sleep", "60").start();
        folder.write(part("node-1", PartKind.NODE, RecordedProcess.of(node.toHandle())));
        folder.write(part("flink", PartKind.FLINK, RecordedProcess.of(flink.toHandle())));
        List<String> stopped = new ArrayList<>();

        new Stopping(settings).all(stopped::add);

        assertThat(stopped).containsExactly("flink", "node-1");
        assertThat(node.isAlive() || flink.isAlive()).isFalse();
    }

    private static RecordedProcess ownProcess() {
        return RecordedProcess.of(ProcessHandle.current());
    }

    private static RunningPart part(String name, PartKind kind, RecordedProcess process) {
        return new RunningPart(name, kind, "http://127.0.0.1:1", process.pid(), process.startedAt(), 0, true, "log");
    }
}

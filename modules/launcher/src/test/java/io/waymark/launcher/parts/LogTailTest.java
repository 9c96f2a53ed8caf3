package io.waymark.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPersonIsShownWordsAndNotDocuments() throws IOException {
        assertThat(tail("""
                        {"timestamp":1,"level":"INFO","formattedMessage":"node-1 listens","throwable":null}
                        {"timestamp":2,"level":"ERROR","formattedMessage":"It stopped.","throwable":{"className":"X","message":"disk full"}}
                        Picked up JAVA_TOOL_OPTIONS
                        {"timestamp":3,"level":"ER""")).isEqualTo("""
                        INFO node-1 listens
                        ERROR It stopped. (disk full)
                        Picked up JAVA_TOOL_OPTIONS
                        {"timestamp":3,"level":"ER""");
    }

    @Test
    void onlyTheEndIsShown() throws IOException {
        assertThat(tail("a line\n".repeat(100)).lines()).hasSize(12);
    }

    @Test
    void aLogThatIsNotThereIsSaid() {
        assertThat(LogTail.of(folder.resolve("none.log"))).contains("none.log", "cannot be read");
    }

    private String tail(String text) throws IOException {
        Path log = folder.resolve("node.log");
        Files.writeString(log, text);
        return LogTail.of(log);
    }
}

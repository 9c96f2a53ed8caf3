package io.waymark.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.servers.ServerFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProgramTest {

    @TempDir
    Path module;

    @Test
    void anOlderJavaIsSparedOptionsThatItDoesNotKnow() {
        assertThat(JavaProgram.commonOptions(21))
                .noneMatch(option -> option.contains("unsafe") || option.contains("CompactObjectHeaders"));
        assertThat(JavaProgram.commonOptions(25))
                .contains("--sun-misc-unsafe-memory-access=allow", "-XX:+UseCompactObjectHeaders");
    }

    @Test
    void theModulesOwnClassesComeBeforeWhatTheyNeed() throws Exception {
        Files.createDirectories(module.resolve("target"));
        Files.writeString(module.resolve("target/classpath"), "/a.jar:/b.jar\n");

        assertThat(JavaProgram.classPathOf(module))
                .containsExactly(module.resolve("target/classes").toString(), "/a.jar", "/b.jar");
    }

    @Test
    void aModuleThatWasNotBuiltIsSaid() {
        assertThatThrownBy(() -> JavaProgram.classPathOf(module))
                .isInstanceOf(ServerFailure.class)
                .hasMessageEndingWith("is missing: build Waymark again.");
    }
}

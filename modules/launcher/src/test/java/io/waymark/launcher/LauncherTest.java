package io.waymark.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LauncherTest {

    private final StringWriter printed = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"up", "status", "down"})
    void everyCommandExplainsItself(String command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(printed.toString()).contains("Usage: ./waymark " + command);
    }

    @Test
    void theHelpNamesEveryCommandAPersonTypesAndNoOther() {
        assertThat(execute("--help")).isZero();
        assertThat(printed.toString())
                .contains("up ", "status ", "down ", "test ")
                .doesNotContain("supervise");
    }

    @Test
    void aWrongNumberOfNodesIsOneSentence() {
        assertThat(execute("up", "--nodes", "0")).isEqualTo(1);
        assertThat(complained.toString().strip()).isEqualTo("--nodes is 0: choose 1 to 9.");
    }

    private int execute(String... arguments) {
        CommandLine commandLine = Launcher.commandLine();
        commandLine.setOut(new PrintWriter(printed, true));
        commandLine.setErr(new PrintWriter(complained, true));
        return commandLine.execute(arguments);
    }
}

package io.waymark.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.servers.ServerFailure;
import org.junit.jupiter.api.Test;

class FlinkSizesTest {

    @Test
    void theAnswerIsPickedOutOfTheLog() {
        FlinkSizes.Answer answer = FlinkSizes.Answer.of("""
                WARN something else
                BASH_JAVA_UTILS_EXEC_RESULT:-Xmx335544320 -XX:MaxMetaspaceSize=134217728
                INFO and more
                BASH_JAVA_UTILS_EXEC_RESULT:-D taskmanager.cpu.cores=2.0""");

        assertThat(answer.options()).containsExactly("-Xmx335544320", "-XX:MaxMetaspaceSize=134217728");
        assertThat(answer.arguments()).containsExactly("-D", "taskmanager.cpu.cores=2.0");
    }

    @Test
    void noAnswerIsSaidWithWhatWasPrinted() {
        assertThatThrownBy(() -> FlinkSizes.Answer.of("IllegalConfigurationException: too small"))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("too small");
    }
}

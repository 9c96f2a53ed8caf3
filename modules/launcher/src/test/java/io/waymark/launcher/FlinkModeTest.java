package io.waymark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.servers.ServerFailure;
import org.junit.jupiter.api.Test;

class FlinkModeTest {

    @Test
    void everyModeIsReadAsItIsWritten() {
        for (FlinkMode mode : FlinkMode.values()) {
            assertThat(FlinkMode.of(mode.text())).isEqualTo(mode);
        }
    }

    @Test
    void anythingElseIsRefusedWithTheChoice() {
        assertThatThrownBy(() -> FlinkMode.of("yarn"))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("WAYMARK_FLINK_MODE is 'yarn': choose embedded or cluster.");
    }
}

package io.waymark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.servers.ServerFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path PROJECT = Path.of("/project");

    @Test
    void withoutVariablesEverythingIsOnLoopbackAndBelowTheProject() {
        Settings settings = Settings.from(Map.of(), PROJECT);

        assertThat(settings.data()).isEqualTo(Path.of("/project/var"));
        assertThat(settings.nodeUrl(1)).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.nodeUrl(3)).isEqualTo(URI.create("http://127.0.0.1:8082"));
        assertThat(settings.databaseUrl("warehouse")).isEqualTo("jdbc:postgresql://127.0.0.1:15432/warehouse");
    }

    @Test
    void variablesMoveEverything() {
        Settings settings = Settings.from(
                Map.of("WAYMARK_HTTP_HOST", "0.0.0.0", "WAYMARK_HTTP_PORT", " 9000 ", "WAYMARK_DATA", "/data"),
                PROJECT);

        assertThat(settings.data()).isEqualTo(Path.of("/data"));
        assertThat(settings.nodeUrl(1)).as("an address one can open").isEqualTo(URI.create("http://127.0.0.1:9000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "many"})
    void aPortThatIsNoneIsSaidWithItsVariable(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("WAYMARK_ES_PORT", port), PROJECT))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("WAYMARK_ES_PORT")
                .hasMessageContaining(port);
    }
}

package io.waymark.pipeline.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineSettingsTest {

    @Test
    void anEmptyEnvironmentMeansTheServersOfThisMachine() {
        PipelineSettings settings = PipelineSettings.of(Map.of());

        assertThat(settings.journal().url()).isEqualTo("jdbc:postgresql://127.0.0.1:15432/waymark");
        assertThat(settings.warehouse().url()).isEqualTo("jdbc:postgresql://127.0.0.1:15432/warehouse");
        assertThat(settings.search().url()).isEqualTo("http://127.0.0.1:19200");
        assertThat(settings.restPort()).isEqualTo(18_081);
        assertThat(settings.embedded()).isTrue();
        assertThat(settings.resume()).isTrue();
    }

    @Test
    void addressesMayBeGivenInFull() {
        PipelineSettings settings = PipelineSettings.of(
                Map.of("WAYMARK_WAREHOUSE_URL", "jdbc:postgresql://warehouse/w", "WAYMARK_WAREHOUSE_USER", "pipeline"));

        assertThat(settings.warehouse()).hasToString("pipeline@jdbc:postgresql://warehouse/w");
    }

    @Test
    void aWrongSettingIsNamed() {
        assertThatThrownBy(() -> PipelineSettings.of(Map.of("WAYMARK_FLINK_PORT", "eighty")))
                .hasMessage("WAYMARK_FLINK_PORT is eighty, but must be a number from 1 to 65535");
        assertThatThrownBy(() -> PipelineSettings.of(Map.of("WAYMARK_FLINK_PARALLELISM", "0")))
                .hasMessageContaining("WAYMARK_FLINK_PARALLELISM is 0");
    }

    @Test
    void passwordsAndKeysAreNotPrinted() {
        PipelineSettings settings = PipelineSettings.of(Map.of(
                "WAYMARK_PG_PASSWORD",
                "s3cret",
                "WAYMARK_WAREHOUSE_PASSWORD",
                "s3cret",
                "WAYMARK_ES_API_KEY",
                "s3cret"));

        assertThat(settings.toString()).doesNotContain("s3cret");
    }
}

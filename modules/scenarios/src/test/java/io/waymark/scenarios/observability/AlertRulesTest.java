package io.waymark.scenarios.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.scenarios.observability.AlertRules.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertRulesTest {

    private static final Path RUNBOOKS = AlertRules.ROOT.resolve("docs/runbooks");

    @Test
    void promtoolTakesTheRules() {
        Promtool.Verdict verdict = Promtool.ask(null, "check", "rules", AlertRules.FILE);

        assertThat(verdict.content()).as(verdict.words()).isTrue();
    }

    @Test
    void promtoolTakesTheConfigurationOfOneMachine() {
        Promtool.Verdict verdict = Promtool.ask(null, "check", "config", "observability/prometheus/prometheus.yml");

        assertThat(verdict.content()).as(verdict.words()).isTrue();
    }

    @Test
    void theRulesDoWhatTheirTestsSay() {
        Promtool.Verdict verdict = Promtool.ask(null, "test", "rules", AlertRules.TESTS);

        assertThat(verdict.content()).as(verdict.words()).isTrue();
    }

    @Test
    void everyAlertIsTested() {
        Set<String> tested = new TreeSet<>();
        AlertRules.read(AlertRules.TESTS)
                .findParents("alertname")
                .forEach(test -> tested.add(test.path("alertname").asText()));

        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(alerts().map(Alert::name).toList());
    }

    @Test
    void promtoolWouldSayIfARuleWereWrong() throws IOException {
        Path broken = Files.createTempFile("rules", ".yml");
        Files.writeString(
                broken,
                Files.readString(AlertRules.ROOT.resolve(AlertRules.FILE))
                        .replace("histogram_quantile", "histogram_quantille"));

        assertThat(Promtool.ask(null, "check", "rules", broken.toString()).content())
                .isFalse();
        Files.delete(broken);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertSaysHowUrgentItIsAndWhatToDo(Alert alert) throws IOException {
        assertThat(alert.severity()).isIn("page", "ticket");
        assertThat(alert.runbook()).startsWith("docs/runbooks/");
        assertThat(Files.readString(AlertRules.ROOT.resolve(alert.runbook())))
                .as(alert.runbook() + " of " + alert.name())
                .contains("`" + alert.name() + "`")
                .contains("## What it means")
                .contains("## Look")
                .contains("## Do");
    }

    @Test
    void everyRunbookBelongsToAnAlert() throws IOException {
        List<String> known = alerts().map(Alert::runbook).toList();
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> "docs/runbooks/" + file.getFileName()))
                    .filteredOn(file -> !file.endsWith("/README.md"))
                    .allMatch(known::contains);
        }
    }

    static Stream<Alert> alerts() {
        return AlertRules.all().stream();
    }
}

package io.waymark.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.launcher.parts.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ForecastBenchTest {

    private final StringWriter printed = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @Test
    void printsATableAndTheFiguresOfEverySeries() throws Exception {
        assertThat(execute("--reservations", "sample", "--origins", "2", "--horizon", "7", "--from", "2016-01-10"))
                .isZero();

        List<String> lines = printed.toString().lines().toList();
        JsonNode figures = Json.mapper().readTree(lines.getLast());
        assertThat(figures.fieldNames())
                .toIterable()
                .containsExactly(
                        "City Hotel arrivals", "City Hotel rooms", "Resort Hotel arrivals", "Resort Hotel rooms");
        assertThat(figures).allSatisfy(series -> {
            assertThat(series.get("mase").asDouble()).isBetween(0.0, 2.0);
            assertThat(series.fieldNames())
                    .toIterable()
                    .containsExactly("mae", "mape", "mase", "coverage80", "coverage95");
        });
        assertThat(lines).anyMatch(line -> line.startsWith("Resort Hotel rooms"));
    }

    @Test
    void anOriginWithoutAPastOrAFutureIsRefused() {
        assertThat(execute("--reservations", "sample", "--from", "2015-08-01")).isEqualTo(1);
        assertThat(complained.toString()).contains("must be 2015-09-09 or later");
        assertThat(execute("--reservations", "sample", "--from", "2017-04-29")).isEqualTo(1);
        assertThat(complained.toString()).contains("The last origin would be 2017-06-04");
    }

    private int execute(String... arguments) {
        return new CommandLine(new ForecastBench())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(complained))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }
}

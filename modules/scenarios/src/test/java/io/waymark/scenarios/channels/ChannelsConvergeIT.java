package io.waymark.scenarios.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The story of {@code ./waymark scenario channels}, shorter: a node, PostgreSQL and the sandbox of its own, real HTTP in
 * both directions, and {@code kill -9} of the node in the middle. The whole length is the command's default.
 */
@ExtendWith(WaymarkExtension.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ChannelsConvergeIT {

    @Test
    void allCopiesAreEqualInTheEndAndNothingIsOversold(RunningWaymark waymark) throws IOException {
        var story = waymark.waymark("scenario", "channels", "--messages", "600", "--kill", "--json");

        assertThat(story.exitCode()).as(story.output()).isZero();
        JsonNode figures = new ObjectMapper()
                .readTree(story.output().substring(story.output().indexOf('{')))
                .path("figures");
        assertThat(figures.path("inbound").asInt()).isGreaterThanOrEqualTo(600);
        assertThat(figures.path("outbound").asInt()).isGreaterThanOrEqualTo(600);
        assertThat(figures.path("nights").asInt()).isPositive();
        assertThat(figures.path("different").asInt()).isZero();
        assertThat(figures.path("oversold").asInt()).isZero();
        assertThat(figures.path("soldDifferently").asInt()).isZero();
    }
}

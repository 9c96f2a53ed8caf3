package io.waymark.scenarios.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.launcher.parts.Stack;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.replay.Replays;
import io.waymark.scenarios.stack.Hotel;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The job that everything else here runs embedded, given to a Flink cluster in application mode: a JobManager and a
 * TaskManager, each killed while bookings come in. Its warehouse and index are made from the same journal, so they must be
 * the same.
 */
@ExtendWith(WaymarkExtension.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FlinkClusterIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BOOKINGS = 20;

    @Test
    void aClusterThatLosesItsProcessesMakesWhatTheEmbeddedOneMakes(RunningWaymark waymark) throws Exception {
        Replays.small(waymark);
        ApiClient admin = waymark.admin();
        Hotel hotel = Hotel.open(waymark, admin, "CLUSTER", 3 * BOOKINGS);
        try (SecondPipeline second = SecondPipeline.beside(waymark);
                Stack cluster = second.start()) {
            same(second);
            long before = second.figures().getOrDefault("fact_booking", 0L);
            sell(admin, hotel, 1);
            cluster.kill("flink-worker");
            sell(admin, hotel, 2);
            cluster.restart("flink-worker");
            same(second);

            cluster.kill("flink");
            sell(admin, hotel, 3);
            cluster.restart("flink");
            same(second);
            assertThat(second.figures()).containsEntry("fact_booking", before + 3L * BOOKINGS);
        }
    }

    private static void same(SecondPipeline second) {
        await("the same in both warehouses and indices")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(second.figures())
                        .containsEntry("dead_letter", 0L)
                        .isEqualTo(second.figuresOfTheFirst()));
    }

    private static void sell(ApiClient admin, Hotel hotel, int round) {
        for (int number = 0; number < BOOKINGS; number++) {
            admin.put(
                            "/v1/bookings/bkg_%d%025d".formatted(round, number),
                            hotel.booking(Hotel.OPENING, Hotel.OPENING.plusDays(2)))
                    .succeeded();
        }
    }
}

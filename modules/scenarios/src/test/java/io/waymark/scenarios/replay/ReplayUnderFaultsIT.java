package io.waymark.scenarios.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.launcher.replay.ReplayProgress;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The node and Flink are killed in the middle of a replay. Whatever was acknowledged is there afterwards, once, and search
 * and warehouse say what the file says.
 */
@ExtendWith(WaymarkExtension.class)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ReplayUnderFaultsIT {

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereOnceAfterIt(RunningWaymark waymark) throws Exception {
        Replays.small(waymark);
        CountDownLatch third = new CountDownLatch(1);
        CountDownLatch half = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> replay =
                    threads.submit((Callable<Object>) () -> Replays.run(waymark, Excerpt.MEDIUM, progress -> {
                        open(third, progress, 0.3);
                        open(half, progress, 0.5);
                    }));
            await(third, replay);
            int nodeRestarts = waymark.kill("node-1");
            await(half, replay);
            int flinkRestarts = waymark.kill("flink");
            replay.get(10, TimeUnit.MINUTES);
            waymark.awaitRestart("node-1", nodeRestarts);
            waymark.awaitRestart("flink", flinkRestarts);
        }

        assertThat(waymark.waymark("verify", "--wait", "180"))
                .satisfies(outcome ->
                        assertThat(outcome.exitCode()).as(outcome.output()).isZero());
        Map<String, MonthFigures> file = MonthFigures.of(Excerpt.SMALL.and(Excerpt.MEDIUM));
        try (Connection warehouse = waymark.analyst()) {
            assertThat(MonthFigures.in(warehouse)).isEqualTo(file);
            assertThat(eventsByType(warehouse)).containsAllEntriesOf(eventsOf(MonthFigures.total(file)));
            assertThat(searchByStatus(waymark)).isEqualTo(byStatus(warehouse));
        }
    }

    private static void open(CountDownLatch gate, ReplayProgress progress, double share) {
        if (progress.share() >= share) {
            gate.countDown();
        }
    }

    /** Returns when the replay has come so far; a replay that ends before has failed. */
    private static void await(CountDownLatch gate, Future<?> replay) throws Exception {
        while (!gate.await(200, TimeUnit.MILLISECONDS)) {
            if (replay.isDone()) {
                replay.get();
                throw new AssertionError("the replay has ended before anything was killed");
            }
        }
    }

    /** One event for each thing that happened: a message that was sent again has added none. */
    private static Map<String, Long> eventsOf(MonthFigures total) {
        long stayed = total.bookings() - total.cancelled() - total.noShows();
        return Map.of(
                "booking.confirmed", total.bookings(),
                "booking.changed", total.changes(),
                "booking.cancelled", total.cancelled(),
                "booking.no-show", total.noShows(),
                "booking.checked-in", stayed,
                "booking.checked-out", stayed);
    }

    private static Map<String, Long> eventsByType(Connection warehouse) throws SQLException {
        return counts(warehouse, """
                select e.type, count(*) from fact_booking_event e
                join dim_property p using (tenant, property_id)
                where p.code in ('CITY', 'RESORT') group by 1""");
    }

    private static Map<String, Long> byStatus(Connection warehouse) throws SQLException {
        return counts(warehouse, "select status, count(*) from fact_booking group by 1");
    }

    private static Map<String, Long> counts(Connection connection, String query) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                counts.put(result.getString(1), result.getLong(2));
            }
        }
        return counts;
    }

    private static Map<String, Long> searchByStatus(RunningWaymark waymark) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode value :
                waymark.admin().get("/v1/search/bookings?limit=1").json().at("/facets/status")) {
            counts.put(value.path("value").asText(), value.path("count").asLong());
        }
        return counts;
    }
}

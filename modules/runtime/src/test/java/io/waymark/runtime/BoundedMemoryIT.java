package io.waymark.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import io.waymark.runtime.entity.ShardedEntities;
import io.waymark.servers.testing.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many entities are asked, no more than the limit stay in memory, and all answer as if all did. */
class BoundedMemoryIT {

    private static final Tenant HERE = new Tenant("ten_01J00000000000000000000000");
    private static final int LIMIT = 100;
    private static final int SHARDS = 10;
    private static final int CALLERS = 50;
    private static final int ENTITIES = 30 * CALLERS;

    @Test
    void beyondTheLimitTheLeastRecentlyAskedLeaveAndComeBackAsTheyWere() throws Exception {
        try (Node node = new Node(
                TestPostgres.freshDatabase(),
                "waymark-journal",
                Map.of(
                        "pekko.cluster.sharding.number-of-shards",
                        SHARDS,
                        "pekko.cluster.sharding.passivation.bounded.active-entity-limit",
                        LIMIT))) {
            ShardedEntities<Letter, Letter.Command> letters = node.platform.start(Letter.KIND);

            assertThat(askAll(letters)).allMatch(reply -> reply instanceof Reply.Done<Letter> done && !done.repeated());
            await("the entities beyond the limit to leave")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(live(node)).isPositive().isLessThanOrEqualTo(LIMIT));

            // The same commands again: each entity, living or brought back, knows that it has carried its own out.
            assertThat(askAll(letters))
                    .allMatch(reply ->
                            reply instanceof Reply.Done<Letter> done && done.repeated() && done.revision() == 1);
            await("the entities beyond the limit to leave again")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(live(node)).isPositive().isLessThanOrEqualTo(LIMIT));
        }
    }

    /** So many at a time as a busy node has callers. */
    private static List<Reply<Letter>> askAll(ShardedEntities<Letter, Letter.Command> letters) throws Exception {
        List<Reply<Letter>> replies = new ArrayList<>();
        for (int first = 0; first < ENTITIES; first += CALLERS) {
            var asked = IntStream.range(first, first + CALLERS)
                    .mapToObj(number -> letters.ask(
                                    "ltr_" + number, new Letter.Command.Receive("letter " + number), command(number))
                            .toCompletableFuture())
                    .toList();
            CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
            asked.forEach(reply -> replies.add(reply.join()));
        }
        return replies;
    }

    private static double live(Node node) {
        return node.platform
                .telemetry()
                .registry()
                .get("waymark.entities.live")
                .tag("entity", "Letter")
                .gauge()
                .value();
    }

    private static Origin command(int number) {
        return new Origin(
                HERE, null, "test", null, null, "cmd_letter_" + number, null, "test", null, null, null, null, null);
    }
}

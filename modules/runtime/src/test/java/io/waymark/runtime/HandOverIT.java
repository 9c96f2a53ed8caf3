package io.waymark.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.kernel.Tenant;
import io.waymark.runtime.cluster.HandOver;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import io.waymark.runtime.entity.ShardedEntities;
import io.waymark.servers.testing.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.cluster.sharding.ClusterSharding;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.apache.pekko.pattern.Patterns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes, of which the one with the coordinator is asked to end while the other is asked for letters of both. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HandOverIT {

    private static final Tenant TENANT = new Tenant("ten_01J00000000000000000000000");
    private static final String JOURNAL = "waymark-journal";
    private static final int LETTERS = 120;

    @Test
    void aNodeThatEndsHasGivenItsShardsAwayBeforeItStopsListening() throws Exception {
        String url = TestPostgres.freshDatabase();
        CompletableFuture<Integer> leftWhenItStopsListening = new CompletableFuture<>();
        // The first of a cluster has the coordinators; it is the one that ends.
        try (Node leaving = new Node(url, JOURNAL);
                Node staying = leaving.joinedBy(url, JOURNAL)) {
            ShardedEntities<Letter, Letter.Command> letters = staying.platform.start(Letter.KIND);
            leaving.platform.start(Letter.KIND);
            HandOver.takePart(leaving.platform.system());
            HandOver.takePart(staying.platform.system());
            CoordinatedShutdown.get(leaving.platform.system())
                    .addTask(
                            CoordinatedShutdown.PhaseServiceUnbind(),
                            "count",
                            () -> shards(leaving).thenApply(count -> {
                                leftWhenItStopsListening.complete(count);
                                return Done.done();
                            }));
            writeAll(letters, 0);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> shards(leaving).toCompletableFuture().get(5, TimeUnit.SECONDS) > LETTERS / 4);

            int rounds = writeWhile(letters, leaving::close);

            assertThat(leftWhenItStopsListening).isCompletedWithValue(0);
            for (int number = 0; number < LETTERS; number++) {
                assertThat(reply(letters.read(TENANT, id(number)).toCompletableFuture())
                                .revision())
                        .isEqualTo(1 + rounds);
            }
        }
    }

    /** Writes to all letters again and again until the other is done, at least once; returns how often. */
    private static int writeWhile(ShardedEntities<Letter, Letter.Command> letters, Runnable other) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> ending = thread.submit(() -> {
                try {
                    other.run();
                } finally {
                    done.set(true);
                }
            });
            int rounds = 0;
            do {
                rounds++;
                writeAll(letters, rounds);
            } while (!done.get());
            ending.get();
            return rounds;
        }
    }

    private static void writeAll(ShardedEntities<Letter, Letter.Command> letters, int round) throws Exception {
        List<CompletableFuture<Reply<Letter>>> answers = new ArrayList<>();
        for (int number = 0; number < LETTERS; number++) {
            Origin origin = Origin.internal(TENANT, "test", "test", "cmd_%d_%d".formatted(number, round));
            answers.add(letters.ask(id(number), new Letter.Command.Receive("round " + round), origin)
                    .toCompletableFuture());
        }
        for (CompletableFuture<Reply<Letter>> answer : answers) {
            reply(answer);
        }
    }

    private static Reply.Done<Letter> reply(CompletableFuture<Reply<Letter>> answer) throws Exception {
        Reply<Letter> reply = answer.get(20, TimeUnit.SECONDS);
        assertThat(reply).isInstanceOf(Reply.Done.class);
        return (Reply.Done<Letter>) reply;
    }

    private static String id(int number) {
        return "ltr_" + number;
    }

    private static CompletionStage<Integer> shards(Node node) {
        return Patterns.ask(
                        ClusterSharding.get(Adapter.toClassic(node.platform.system()))
                                .shardRegion("Letter"),
                        ShardRegion.getShardRegionStateInstance(),
                        Duration.ofSeconds(3))
                .thenApply(state -> ((ShardRegion.CurrentShardRegionState) state)
                        .getShards()
                        .size());
    }
}

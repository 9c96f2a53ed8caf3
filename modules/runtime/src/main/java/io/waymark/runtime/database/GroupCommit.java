package io.waymark.runtime.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes many small things in few commits: whatever waits is written together, and each caller is told after the commit.
 * A lone caller never waits for company; where there was company a moment ago, a lane waits a moment for it to come again,
 * because a commit costs more than what is in it.
 *
 * <p>Items of one key keep their order, because they go through one lane; lanes write side by side.
 */
public final class GroupCommit<T> implements AutoCloseable {

    /** Writes all of the items, or none; every item is durable when it returns. */
    @FunctionalInterface
    public interface Store<T> {
        void all(List<T> items) throws SQLException;
    }

    private record Waiting<T>(T item, CompletableFuture<T> written) {}

    /** SQL states of violated constraints: the statement was surely rolled back, and not every item need be at fault. */
    private static final String CONSTRAINT = "23";

    private static final int LARGEST_BATCH = 256;

    /** Little beside a commit, and long enough for those who were just answered to ask again. */
    private static final long MOMENT_NANOS = 200_000;

    private final Store<T> store;
    private final Executor tellers;
    private final List<Lane> lanes;

    /**
     * Starts the writers.
     *
     * @param lanes how many commits may be under way at once
     * @param bound how many items may wait in a lane; more are refused at once, so that a slow database is felt and not
     *     hidden
     * @param tellers where the callers of a batch are told, all in one go; the lane writes the next batch meanwhile
     */
    public GroupCommit(String name, int lanes, int bound, Executor tellers, Store<T> store) {
        this.store = store;
        this.tellers = tellers;
        this.lanes = IntStream.range(0, lanes)
                .mapToObj(lane -> new Lane(name + "-" + lane, bound))
                .toList();
    }

    /** The item once it is on disk, after all earlier ones of the same key. */
    public CompletionStage<T> write(String key, T item) {
        return lanes.get(Math.floorMod(key.hashCode(), lanes.size())).write(item);
    }

    @Override
    public void close() {
        lanes.forEach(lane -> lane.thread.interrupt());
    }

    private final class Lane {

        private final BlockingQueue<Waiting<T>> queue;
        private final Thread thread;

        Lane(String name, int bound) {
            queue = new ArrayBlockingQueue<>(bound);
            thread = Thread.ofPlatform().name(name).daemon().start(this::writeForEver);
        }

        CompletionStage<T> write(T item) {
            CompletableFuture<T> written = new CompletableFuture<>();
            if (!queue.offer(new Waiting<>(item, written))) {
                written.completeExceptionally(
                        new RejectedExecutionException(thread.getName() + " has too much to write"));
            }
            return written;
        }

        private void writeForEver() {
            try {
                boolean company = false;
                while (true) {
                    List<Waiting<T>> batch = new ArrayList<>();
                    batch.add(queue.take());
                    if (company) {
                        LockSupport.parkNanos(MOMENT_NANOS);
                    }
                    queue.drainTo(batch, LARGEST_BATCH - 1);
                    company = batch.size() > 1;
                    writeTogether(batch);
                }
            } catch (InterruptedException e) {
                queue.forEach(waiting -> waiting.written().completeExceptionally(e));
            }
        }
    }

    private void writeTogether(List<Waiting<T>> batch) {
        @Nullable Exception failure = null;
        try {
            store.all(batch.stream().map(Waiting::item).toList());
        } catch (SQLException | RuntimeException e) {
            failure = e;
        }
        if (failure != null && batch.size() > 1 && violatesConstraint(failure)) {
            batch.forEach(waiting -> writeTogether(List.of(waiting)));
        } else {
            tell(batch, failure);
        }
    }

    private void tell(List<Waiting<T>> batch, @Nullable Exception failure) {
        tellers.execute(() -> {
            for (Waiting<T> waiting : batch) {
                if (failure == null) {
                    waiting.written().complete(waiting.item());
                } else {
                    waiting.written().completeExceptionally(failure);
                }
            }
        });
    }

    private static boolean violatesConstraint(Exception failure) {
        return failure instanceof SQLException e
                && e.getSQLState() != null
                && e.getSQLState().startsWith(CONSTRAINT);
    }
}

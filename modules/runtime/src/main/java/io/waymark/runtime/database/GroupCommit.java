package io.waymark.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/**
 * Writes many small things in few transactions: whatever waits is written together, and each caller is told after the
 * commit. A lone caller never waits for company.
 */
public final class GroupCommit<T> implements AutoCloseable {

    /** One statement, or a few, for all of the items. */
    @FunctionalInterface
    public interface Write<T> {
        void all(Connection connection, List<T> items) throws SQLException;
    }

    private record Waiting<T>(T item, CompletableFuture<T> written) {}

    private static final int LARGEST_BATCH = 256;

    private final Database database;
    private final Write<T> write;
    private final BlockingQueue<Waiting<T>> queue;
    private final Thread thread;

    /**
     * Starts the writer.
     *
     * @param bound how many items may wait; more are refused at once, so that a slow database is felt and not hidden
     */
    public GroupCommit(String name, Database database, int bound, Write<T> write) {
        this.database = database;
        this.write = write;
        this.queue = new ArrayBlockingQueue<>(bound);
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::writeForEver);
    }

    /** The item once it is on disk. */
    public CompletionStage<T> write(T item) {
        CompletableFuture<T> written = new CompletableFuture<>();
        if (!queue.offer(new Waiting<>(item, written))) {
            written.completeExceptionally(new RejectedExecutionException(thread.getName() + " has too much to write"));
        }
        return written;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void writeForEver() {
        List<Waiting<T>> batch = new ArrayList<>(LARGEST_BATCH);
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, LARGEST_BATCH - 1);
                writeTogether(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            queue.forEach(waiting -> waiting.written().completeExceptionally(e));
        }
    }

    private void writeTogether(List<Waiting<T>> batch) {
        try {
            List<T> items = batch.stream().map(Waiting::item).toList();
            database.transact(connection -> {
                write.all(connection, items);
                return items.size();
            });
            batch.forEach(waiting -> waiting.written().complete(waiting.item()));
        } catch (SQLException | RuntimeException e) {
            batch.forEach(waiting -> waiting.written().completeExceptionally(e));
        }
    }
}

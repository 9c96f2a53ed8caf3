package io.waymark.pipeline.source;

import io.waymark.events.JournalPosition;
import io.waymark.pipeline.source.TailQuery.Sliced;
import io.waymark.pipeline.stream.Positioned;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;

/**
 * Reads all splits of a reader with one query at a time, in a thread of its own.
 *
 * <p>A lost database fails the reader; Flink's restart strategy is the only place that waits and tries again.
 */
final class TailSplitReader<T extends Positioned> implements SplitReader<Tailed<T>, SliceSplit> {

    /** By how much the clocks of writers may differ, and a transaction's rows be older than its place in the order. */
    private static final Duration DISORDER = Duration.ofSeconds(10);

    private final Database database;
    private final TailedTable<T> table;
    private final TailSettings settings;
    private final Map<String, SliceSplit> splits = new HashMap<>();
    private final Semaphore wakeUps = new Semaphore(0);
    private Duration pause;
    private boolean pausing;
    private int sinceAsOf;
    private @Nullable TailQuery<T> query;

    TailSplitReader(Database database, TailedTable<T> table, TailSettings settings) {
        this.database = database;
        this.table = table;
        this.settings = settings;
        this.pause = settings.busyPause();
    }

    @Override
    public RecordsWithSplitIds<Tailed<T>> fetch() throws IOException {
        if (splits.isEmpty() || (pausing && wokenDuringPause())) {
            return new RecordsBySplits<>(Map.of(), Set.of());
        }
        try {
            return read();
        } catch (SQLException e) {
            throw new IOException("cannot read " + table.name() + " from " + database, e);
        }
    }

    @Override
    public void handleSplitsChanges(SplitsChange<SliceSplit> change) {
        change.splits().forEach(split -> splits.put(split.splitId(), split));
    }

    @Override
    public void wakeUp() {
        wakeUps.release();
    }

    @Override
    public void close() throws SQLException {
        if (query != null) {
            query.close();
        }
    }

    private RecordsWithSplitIds<Tailed<T>> read() throws SQLException {
        TailQuery<T> open = query();
        Optional<Instant> quiet = open.quietTime();
        List<Sliced<T>> rows = open.after(earliest(), slices());
        boolean complete = rows.size() < settings.batch();
        adaptPause(rows.isEmpty(), complete);

        Map<String, Collection<Tailed<T>>> bySplit = new HashMap<>();
        rows.forEach(row -> add(row, bySplit));
        asOf(quiet, rows, complete)
                .ifPresent(asOf ->
                        splits.keySet().forEach(split -> list(bySplit, split).add(new Tailed.CaughtUp<>(asOf))));
        if (!rows.isEmpty()) {
            JournalPosition last = rows.getLast().row().position();
            splits.replaceAll((id, split) -> split.position().compareTo(last) < 0 ? split.at(last) : split);
        }
        return new RecordsBySplits<>(bySplit, Set.of());
    }

    /** The time before which all is read: known at the end of the table, and within a long backlog now and then. */
    private Optional<Instant> asOf(Optional<Instant> quiet, List<Sliced<T>> rows, boolean complete) {
        if (complete) {
            sinceAsOf = 0;
            return quiet.or(() -> newest(rows));
        }
        sinceAsOf += rows.size();
        if (sinceAsOf < settings.backlog()) {
            return Optional.empty();
        }
        sinceAsOf = 0;
        return newest(rows).map(newest -> newest.minus(DISORDER));
    }

    /** Adds the row to its split, unless that split is further than the others and has read it before. */
    private void add(Sliced<T> sliced, Map<String, Collection<Tailed<T>>> bySplit) {
        JournalPosition position = sliced.row().position();
        for (SliceSplit split : splits.values()) {
            if (split.contains(sliced.slice()) && split.position().compareTo(position) < 0) {
                list(bySplit, split.splitId()).add(new Tailed.Row<>(sliced.row(), position));
            }
        }
    }

    private static <T> Collection<Tailed<T>> list(Map<String, Collection<Tailed<T>>> bySplit, String split) {
        return bySplit.computeIfAbsent(split, id -> new ArrayList<>());
    }

    private static <T extends Positioned> Optional<Instant> newest(List<Sliced<T>> rows) {
        return rows.stream().map(sliced -> sliced.row().recordedAt()).max(Comparator.naturalOrder());
    }

    private JournalPosition earliest() {
        return splits.values().stream()
                .map(SliceSplit::position)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<Integer> slices() {
        return splits.values().stream()
                .flatMapToInt(split -> IntStream.rangeClosed(split.from(), split.to()))
                .sorted()
                .boxed()
                .toList();
    }

    private void adaptPause(boolean nothing, boolean complete) {
        pausing = complete;
        Duration doubled = pause.multipliedBy(2);
        Duration longer = doubled.compareTo(settings.idlePause()) < 0 ? doubled : settings.idlePause();
        pause = nothing ? longer : settings.busyPause();
    }

    private boolean wokenDuringPause() throws IOException {
        try {
            boolean woken = wakeUps.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
            wakeUps.drainPermits();
            return woken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for rows of " + table.name(), e);
        }
    }

    private TailQuery<T> query() throws SQLException {
        if (query == null) {
            query = new TailQuery<>(database, table, settings.batch());
            if (!query.hasReached(earliest())) {
                throw new SQLException(
                        "%s was read up to %s, which this database has not reached: it is another one, or was restored. Start once with WAYMARK_FLINK_RESUME=false."
                                .formatted(table.name(), earliest()));
            }
        }
        return query;
    }
}

package io.waymark.launcher.bench.freshness;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Samples that have not been seen yet, and how long those that have been had to wait. Safe for several threads. */
final class Waiting {

    /** More than are made while a copy that keeps its promise shows them. */
    static final int AT_ONCE = 100;

    private static final long NANOS_PER_MICRO = 1_000;

    private final List<Sample> samples = new ArrayList<>();
    private final Histogram waitedMicros = new Histogram(3);

    synchronized void add(Sample sample) {
        samples.add(sample);
    }

    /**
     * The bookings to look for: those that have waited longest, as copies show changes in about the order in which they were
     * made, and to ask for hundreds at a time would cost a copy that is behind what it needs to catch up.
     */
    synchronized List<String> bookings() {
        return samples.stream().map(Sample::booking).distinct().limit(AT_ONCE).toList();
    }

    /** Takes out what is visible: a booking shows a sample when it shows its revision or a later one. */
    synchronized void seen(Map<String, Long> revisions, long nanos) {
        for (Iterator<Sample> each = samples.iterator(); each.hasNext(); ) {
            Sample sample = each.next();
            if (revisions.getOrDefault(sample.booking(), 0L) >= sample.revision()) {
                waitedMicros.recordValue(Math.max(0, nanos - sample.committedNanos()) / NANOS_PER_MICRO);
                each.remove();
            }
        }
    }

    synchronized boolean isEmpty() {
        return samples.isEmpty();
    }

    synchronized long seenSoFar() {
        return waitedMicros.getTotalCount();
    }

    synchronized double percentileMillis(double percentile) {
        return waitedMicros.getValueAtPercentile(percentile) / 1_000.0;
    }
}

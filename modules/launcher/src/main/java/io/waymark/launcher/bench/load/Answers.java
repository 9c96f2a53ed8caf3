package io.waymark.launcher.bench.load;

import java.util.Locale;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What came back in a stretch of load.
 *
 * @param byStatus how many answers had each status
 * @param latencyMicros of the answers with a 2xx, from the first byte sent to the last one read
 * @param nanos how long the stretch took
 */
public record Answers(TreeMap<Integer, Long> byStatus, Histogram latencyMicros, long nanos) {

    public long good() {
        return byStatus.subMap(200, 300).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public long bad() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum() - good();
    }

    public double perSecond() {
        return good() * 1e9 / nanos;
    }

    public double percentileMillis(double percentile) {
        return latencyMicros.getValueAtPercentile(percentile) / 1_000.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, p50 %.2f ms, p99 %.2f ms, max %.1f ms%s",
                perSecond(),
                percentileMillis(50),
                percentileMillis(99),
                percentileMillis(100),
                bad() == 0 ? "" : ", answers by status " + byStatus);
    }
}

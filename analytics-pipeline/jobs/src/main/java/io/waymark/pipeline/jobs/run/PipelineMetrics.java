package io.waymark.pipeline.jobs.run;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * Which of Flink's metrics are told, under which name, and how they are written down.
 *
 * <p>A list, because Flink has hundreds and a rule or a person asks for few. Names are ours, so that the same rule holds
 * for the embedded job and for a cluster.
 */
final class PipelineMetrics {

    /**
     * A metric of ours.
     *
     * @param unit what Flink's number is multiplied by; Prometheus counts in seconds and ratios
     */
    private record Told(String name, String type, double unit, String help) {}

    private static final double MILLIS = 0.001;

    private static final Map<String, Told> TOLD = Map.ofEntries(
            counter("rowsWritten", "sink_rows", 1, "Rows that a sink has written"),
            counter("batchesWritten", "sink_batches", 1, "Batches that a sink has written"),
            counter("writeMillis", "sink_write_seconds", MILLIS, "Time that a sink has spent in writing"),
            gauge("lagMillis", "sink_written_age_seconds", MILLIS, "Age of what a sink has written"),
            counter("numRecordsIn", "records_in", 1, "Records that an operator has taken"),
            counter("numRecordsOut", "records_out", 1, "Records that an operator has given"),
            gauge("busyTimeMsPerSecond", "busy_ratio", MILLIS, "How busy a task is, from 0 to 1"),
            gauge("backPressuredTimeMsPerSecond", "held_back_ratio", MILLIS, "How much a task waits for the next"),
            gauge("numRestarts", "restarts", 1, "Restarts of the job since its start"),
            gauge("uptime", "uptime_seconds", MILLIS, "How long the job has run without a break"),
            gauge("numberOfCompletedCheckpoints", "checkpoints_completed", 1, "Checkpoints that were completed"),
            gauge("numberOfFailedCheckpoints", "checkpoints_failed", 1, "Checkpoints that failed"),
            gauge("lastCheckpointDuration", "checkpoint_duration_seconds", MILLIS, "Duration of the latest checkpoint"),
            gauge("lastCheckpointSize", "checkpoint_bytes", 1, "Size of the latest checkpoint"));

    private static final Pattern UNUSUAL = Pattern.compile("[^a-z0-9_]+");

    private PipelineMetrics() {}

    /** One line of the text: which metric, and the labels that tell it from others of its name. */
    record Series(String metric, String labels) {}

    /** What this metric is told as; nothing where it is not. */
    static Optional<Series> series(String flinkName, MetricGroup group) {
        if (!TOLD.containsKey(flinkName)) {
            return Optional.empty();
        }
        Map<String, String> all = group.getAllVariables();
        Map<String, String> labels = new TreeMap<>();
        label(labels, "operator", all.get("<operator_name>"));
        label(labels, "subtask", all.get("<subtask_index>"));
        label(labels, "sink", all.get("<sink>"));
        if (!labels.containsKey("operator")) {
            label(labels, "task", all.get("<task_name>"));
        }
        StringBuilder text = new StringBuilder();
        labels.forEach((name, value) -> text.append(text.isEmpty() ? "{" : ",")
                .append(name)
                .append("=\"")
                .append(value)
                .append('"'));
        return Optional.of(
                new Series(flinkName, text.isEmpty() ? "" : text.append('}').toString()));
    }

    /** All of them in Prometheus' text format. */
    static String text(Map<Metric, Series> series) {
        Map<String, Map<String, Double>> byName = new TreeMap<>();
        series.forEach((metric, told) -> value(metric)
                .ifPresent(value -> byName.computeIfAbsent(told.metric(), name -> new TreeMap<>())
                        .merge(told.labels(), value, Math::max)));
        StringBuilder text = new StringBuilder();
        byName.forEach((metric, values) -> write(text, Objects.requireNonNull(TOLD.get(metric)), values));
        return text.toString();
    }

    private static void write(StringBuilder text, Told told, Map<String, Double> values) {
        text.append("# HELP ")
                .append(told.name())
                .append(' ')
                .append(told.help())
                .append('\n');
        text.append("# TYPE ")
                .append(told.name())
                .append(' ')
                .append(told.type())
                .append('\n');
        values.forEach((labels, value) -> text.append(told.name())
                .append(labels)
                .append(' ')
                .append(value * told.unit())
                .append('\n'));
    }

    private static OptionalDouble value(Metric metric) {
        if (metric instanceof Counter counter) {
            return OptionalDouble.of((double) counter.getCount());
        }
        if (metric instanceof Meter meter) {
            return OptionalDouble.of(meter.getRate());
        }
        return metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** Names of operators as they are in the job, without what would have to be escaped. */
    private static void label(Map<String, String> labels, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            labels.put(name, UNUSUAL.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("_"));
        }
    }

    private static Map.Entry<String, Told> counter(String flinkName, String name, double unit, String help) {
        return Map.entry(flinkName, new Told("waymark_pipeline_" + name + "_total", "counter", unit, help));
    }

    private static Map.Entry<String, Told> gauge(String flinkName, String name, double unit, String help) {
        return Map.entry(flinkName, new Told("waymark_pipeline_" + name, "gauge", unit, help));
    }
}

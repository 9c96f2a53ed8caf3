package io.waymark.pipeline.jobs.run;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;

/**
 * The settings of a Flink cluster inside this process: what {@code config.yaml} says on a cluster of machines. Small, open
 * to its own machine unless it is told otherwise, and quick to be back after a failure.
 */
final class EmbeddedCluster {

    private static final String LOOPBACK = "127.0.0.1";

    private EmbeddedCluster() {}

    static Configuration configuration(PipelineSettings settings) {
        Configuration configuration = new Configuration();
        checkpoints(configuration, settings);
        restarts(configuration);
        resources(configuration, settings);
        addresses(configuration, settings);
        metrics(configuration, settings);
        return configuration;
    }

    private static void checkpoints(Configuration configuration, PipelineSettings settings) {
        set(
                configuration,
                "execution.checkpointing.interval",
                settings.checkpointEvery().toMillis() + "ms");
        set(configuration, "execution.checkpointing.timeout", "5min");
        set(configuration, "execution.checkpointing.tolerable-failed-checkpoints", "10");
        set(configuration, "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
        set(configuration, "execution.checkpointing.num-retained", "3");
        set(configuration, "execution.checkpointing.storage", "filesystem");
        set(configuration, "execution.checkpointing.dir", uri(settings.checkpoints()));
        set(configuration, "execution.checkpointing.incremental", "true");
        set(configuration, "execution.state-recovery.claim-mode", "NO_CLAIM");
        set(configuration, "state.backend.type", "rocksdb");
        set(configuration, "state.backend.rocksdb.memory.fixed-per-slot", "64mb");
        set(configuration, "state.backend.rocksdb.writebuffer.size", "8mb");
        set(configuration, "state.backend.rocksdb.timer-service.factory", "heap");
        set(
                configuration,
                "state.backend.rocksdb.localdir",
                settings.folder().resolve("rocksdb").toString());
    }

    private static void restarts(Configuration configuration) {
        set(configuration, "restart-strategy.type", "exponential-delay");
        set(configuration, "restart-strategy.exponential-delay.initial-backoff", "500ms");
        set(configuration, "restart-strategy.exponential-delay.max-backoff", "10s");
        set(configuration, "restart-strategy.exponential-delay.backoff-multiplier", "2.0");
        set(configuration, "restart-strategy.exponential-delay.reset-backoff-threshold", "1min");
        set(configuration, "restart-strategy.exponential-delay.jitter-factor", "0.1");
    }

    private static void resources(Configuration configuration, PipelineSettings settings) {
        set(configuration, "taskmanager.numberOfTaskSlots", Integer.toString(settings.parallelism()));
        set(configuration, "taskmanager.memory.network.min", "16mb");
        set(configuration, "taskmanager.memory.network.max", "16mb");
        set(configuration, "taskmanager.memory.managed.size", "0mb");
        set(configuration, "execution.buffer-timeout.interval", "5ms");
        set(configuration, "pipeline.generic-types", "false");
        set(configuration, "pipeline.object-reuse", "true");
        set(configuration, "io.tmp.dirs", settings.folder().resolve("tmp").toString());
    }

    private static void addresses(Configuration configuration, PipelineSettings settings) {
        set(configuration, "rest.address", LOOPBACK);
        set(configuration, "rest.bind-address", settings.host());
        set(configuration, "rest.port", Integer.toString(settings.restPort()));
        set(configuration, "rest.bind-port", Integer.toString(settings.restPort()));
        set(configuration, "jobmanager.bind-host", LOOPBACK);
        set(configuration, "taskmanager.bind-host", LOOPBACK);
        set(configuration, "taskmanager.host", LOOPBACK);
        set(configuration, "web.submit.enable", "false");
        set(configuration, "web.cancel.enable", "false");
    }

    private static void metrics(Configuration configuration, PipelineSettings settings) {
        set(configuration, "metrics.reporters", "waymark");
        set(configuration, "metrics.reporter.waymark.factory.class", MetricsEndpointFactory.class.getName());
        set(configuration, "metrics.reporter.waymark.host", settings.host());
        set(configuration, "metrics.reporter.waymark.port", Integer.toString(settings.metricsPort()));
    }

    private static String uri(Path path) {
        return path.toUri().toString();
    }

    private static void set(Configuration configuration, String key, String value) {
        configuration.setString(key, value);
    }
}

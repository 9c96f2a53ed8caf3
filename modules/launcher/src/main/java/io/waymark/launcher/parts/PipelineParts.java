package io.waymark.launcher.parts;

import io.waymark.launcher.FlinkMode;
import io.waymark.launcher.Settings;
import io.waymark.servers.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pipeline: one process with a small Flink cluster inside, or the JobManager and a TaskManager of a real one. */
final class PipelineParts {

    static final String NAME = "flink";
    private static final String WORKER = "flink-worker";

    private static final String JOB = "io.waymark.pipeline.jobs.PipelineJob";
    private static final String PORT_SETTING = "WAYMARK_FLINK_PORT";

    /** Flink looks into collections to clean closures; without this a class initialiser fails and names something else. */
    private static final List<String> COMMON_OPTIONS =
            List.of("-XX:+UseSerialGC", "--add-opens=java.base/java.util=ALL-UNNAMED");

    private static final List<String> EMBEDDED_OPTIONS = List.of("-Xms64m", "-Xmx768m");

    private final Settings settings;
    private final Map<String, String> environment;
    private final List<String> classPath;

    PipelineParts(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = Map.copyOf(environment);
        this.classPath = Parts.classPath(settings, "analytics-pipeline/jobs");
    }

    List<Part> inStartOrder() {
        return switch (settings.flinkMode()) {
            case EMBEDDED -> List.of(embedded());
            case CLUSTER -> List.of(jobManager(), taskManager());
        };
    }

    static void requireFreePorts(Settings settings) {
        Ports.requireFree(settings.flinkPort(), "Flink", PORT_SETTING);
        Ports.requireFree(settings.flinkMetricsPort(), "Flink's metrics", PORT_SETTING);
        if (settings.flinkMode() == FlinkMode.CLUSTER) {
            Ports.requireFree(settings.flinkWorkerMetricsPort(), "the metrics of Flink's worker", PORT_SETTING);
            Ports.requireFree(settings.flinkRemotePort(), "Flink's JobManager", PORT_SETTING);
        }
    }

    private Part embedded() {
        return new JavaPart(
                NAME,
                PartKind.FLINK,
                url(),
                List.of(Parts.FIRST_NODE, ElasticsearchPart.NAME),
                settings.project(),
                program(NAME, JOB, EMBEDDED_OPTIONS));
    }

    /** The job runs in it, so it is ready only with a worker: both are started side by side. */
    private Part jobManager() {
        return new FlinkPart(
                NAME,
                PartKind.FLINK,
                url(),
                List.of(Parts.FIRST_NODE, ElasticsearchPart.NAME),
                settings.project(),
                program(
                        NAME,
                        "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
                        List.of()),
                FlinkSizes.JOB_MANAGER,
                arguments(settings.flinkMetricsPort(), List.of("--job-classname", JOB)),
                temporary());
    }

    private Part taskManager() {
        return new FlinkPart(
                WORKER,
                PartKind.FLINK_WORKER,
                url(),
                List.of(Parts.FIRST_NODE, ElasticsearchPart.NAME),
                settings.project(),
                program(WORKER, "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", List.of()),
                FlinkSizes.TASK_MANAGER,
                arguments(settings.flinkWorkerMetricsPort(), List.of()),
                temporary());
    }

    /** Always with a cluster of its own, also where the pipeline has one of several processes. */
    JavaProgram searchRebuild() {
        return program(
                "rebuild-search",
                "io.waymark.pipeline.jobs.rebuild.RebuildSearchJob",
                Stream.concat(EMBEDDED_OPTIONS.stream(), Stream.of("-Dlogback.configurationFile=rebuild-logback.xml"))
                        .toList());
    }

    private JavaProgram program(String name, String mainClass, List<String> options) {
        List<String> all = new ArrayList<>(COMMON_OPTIONS);
        all.addAll(options);
        return new JavaProgram(mainClass, classPath, all, environment, settings.log(name));
    }

    /** What this machine has differently from {@code config.yaml}: its ports, and where it keeps things. */
    private List<String> arguments(int metricsPort, List<String> more) {
        Path folder = settings.folder(NAME);
        List<String> arguments = new ArrayList<>(List.of(
                "--configDir",
                settings.project().resolve("cluster-config/flink").toString()));
        arguments.addAll(more);
        Map<String, String> different = Map.of(
                "rest.port", Integer.toString(settings.flinkPort()),
                "jobmanager.rpc.port", Integer.toString(settings.flinkRemotePort()),
                "metrics.reporter.waymark.port", Integer.toString(metricsPort),
                "execution.checkpointing.dir",
                        folder.resolve("checkpoints").toUri().toString(),
                "state.backend.rocksdb.localdir", folder.resolve("rocksdb").toString(),
                "io.tmp.dirs", temporary().toString());
        different.forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
        return arguments;
    }

    private Path temporary() {
        return settings.folder(NAME).resolve("tmp");
    }

    private String url() {
        return settings.flinkUrl().toString();
    }
}

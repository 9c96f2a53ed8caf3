package io.waymark.launcher;

import io.waymark.servers.Ports;
import io.waymark.servers.ServerFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where everything runs, from {@code WAYMARK_…} variables with defaults for one machine.
 *
 * @param project the checkout, whose modules hold the built programs
 * @param data the folder of data, logs, secrets and process records
 * @param remotePort the cluster's port of node-1; every further node takes the next one, as it does for HTTP
 * @param flinkMode whether the pipeline brings its own Flink cluster or is given to one
 */
public record Settings(
        Path project,
        Path data,
        String httpHost,
        int httpPort,
        int postgresPort,
        int elasticsearchPort,
        int flinkPort,
        int remotePort,
        int sandboxPort,
        FlinkMode flinkMode) {

    private static final int HIGHEST_PORT = 65_000;

    /** From a part's own port to that of its metrics. */
    private static final int MANAGEMENT_DISTANCE = 100;

    /** Reads the settings of this process; the script says where the project is. */
    public static Settings ofThisProcess() {
        String project = System.getProperty("waymark.project", "");
        return from(System.getenv(), Path.of(project).toAbsolutePath().normalize());
    }

    static Settings from(Map<String, String> environment, Path project) {
        return new Settings(
                project,
                project.resolve(text(environment, "WAYMARK_DATA", "var")).normalize(),
                text(environment, "WAYMARK_HTTP_HOST", "127.0.0.1"),
                port(environment, "WAYMARK_HTTP_PORT", 8080),
                port(environment, "WAYMARK_PG_PORT", 15_432),
                port(environment, "WAYMARK_ES_PORT", 19_200),
                port(environment, "WAYMARK_FLINK_PORT", 18_081),
                port(environment, "WAYMARK_REMOTE_PORT", 17_355),
                port(environment, "WAYMARK_SANDBOX_PORT", 18_090),
                FlinkMode.of(text(environment, "WAYMARK_FLINK_MODE", "embedded")));
    }

    /** The same project with a data folder of its own inside this one, on ports that are free now. */
    public Settings beside(String folder) {
        return new Settings(
                project,
                data.resolve(folder),
                "127.0.0.1",
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                flinkMode);
    }

    /** The same with the pipeline run in this way. */
    public Settings with(FlinkMode mode) {
        return new Settings(
                project,
                data,
                httpHost,
                httpPort,
                postgresPort,
                elasticsearchPort,
                flinkPort,
                remotePort,
                sandboxPort,
                mode);
    }

    /** The address of a node's API and console, counted from 1. */
    public URI nodeUrl(int number) {
        String host = httpHost.equals("0.0.0.0") ? "127.0.0.1" : httpHost;
        return URI.create("http://%s:%d".formatted(host, httpPort + number - 1));
    }

    /** Where a node, counted from 1, tells its metrics; on loopback. */
    public int managementPort(int number) {
        return remotePort + MANAGEMENT_DISTANCE + number - 1;
    }

    /** Where Flink tells its metrics. */
    public int flinkMetricsPort() {
        return flinkPort + MANAGEMENT_DISTANCE;
    }

    /** Where the worker of a Flink cluster tells its metrics. */
    public int flinkWorkerMetricsPort() {
        return flinkMetricsPort() + 1;
    }

    /** Where the JobManager of a Flink cluster is found by its worker. */
    public int flinkRemotePort() {
        return flinkMetricsPort() + 2;
    }

    public URI elasticsearchUrl() {
        return URI.create("http://127.0.0.1:" + elasticsearchPort);
    }

    public URI flinkUrl() {
        return URI.create("http://127.0.0.1:" + flinkPort);
    }

    /** Where the channels to practise with are. */
    public URI sandboxUrl() {
        return URI.create("http://127.0.0.1:" + sandboxPort);
    }

    public String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgresPort, database);
    }

    /** Where a part keeps its data. */
    public Path folder(String part) {
        return data.resolve(part);
    }

    public Path log(String part) {
        return data.resolve("logs").resolve(part + ".log");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path demoFile() {
        return data.resolve("demo.json");
    }

    private static String text(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String value = text(environment, name, Integer.toString(otherwise));
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new ServerFailure("%s is '%s', which is no port number.".formatted(name, value), e);
        }
        throw new ServerFailure("%s is %s: choose a port from 1 to %d.".formatted(name, value, HIGHEST_PORT));
    }
}

package io.waymark.pipeline.jobs;

import io.waymark.pipeline.jobs.run.PipelineRun;
import io.waymark.pipeline.jobs.run.PipelineSettings;
import io.waymark.pipeline.source.Database;
import io.waymark.servers.Ports;
import io.waymark.servers.testing.TestElasticsearch;
import io.waymark.servers.testing.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Real servers with databases and indices of its own, and the real job, started and killed as a test likes. */
final class Installation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> environment;
    private final PipelineSettings settings;
    private final Journal journal;
    private final HttpClient http = HttpClient.newHttpClient();
    private JobClient job;

    @SuppressWarnings("NullAway.Init") // the job is started by the test
    private Installation(Map<String, String> environment) {
        this.environment = environment;
        this.settings = PipelineSettings.of(environment);
        this.journal = new Journal(settings.journal());
    }

    static Installation in(Path folder) throws SQLException {
        Map<String, String> environment = new HashMap<>();
        environment.put("WAYMARK_PG_URL", TestPostgres.freshDatabase());
        environment.put("WAYMARK_WAREHOUSE_URL", TestPostgres.freshDatabase());
        environment.put("WAYMARK_ES_URL", TestElasticsearch.url().toString());
        environment.put("WAYMARK_ES_PREFIX", TestElasticsearch.freshPrefix());
        environment.put("WAYMARK_DATA", folder.toString());
        environment.put("WAYMARK_FLINK_CHECKPOINT_SECONDS", "1");
        environment.put("WAYMARK_FLINK_QUALITY_SECONDS", "1");
        Installation installation = new Installation(environment);
        installation.journal.createTables();
        return installation;
    }

    Journal journal() {
        return journal;
    }

    PipelineSettings settings() {
        return settings;
    }

    void start() throws Exception {
        environment.put("WAYMARK_FLINK_PORT", Integer.toString(Ports.free()));
        PipelineSettings current = PipelineSettings.of(environment);
        PipelineJob pipeline = new PipelineJob(current);
        boolean empty = pipeline.prepare();
        StreamExecutionEnvironment flink = new PipelineRun(current, empty).environment();
        pipeline.addTo(flink);
        job = flink.executeAsync("test");
    }

    /** Takes the job and its cluster away in the middle of whatever they do. */
    void stop() {
        job.cancel().join();
        job.getJobExecutionResult().handle((result, cancelled) -> true).join();
    }

    /** A figure of the warehouse. */
    String warehouse(String query) throws SQLException {
        return query(settings.warehouse(), "set search_path = warehouse; " + query);
    }

    /** Appends a row to a tailed table. */
    void append(String insert) throws SQLException {
        try (Connection connection = journalConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(insert);
        }
    }

    /** Takes an index away, as an operator would who wants it made anew. */
    void deleteIndex(String index) throws IOException, InterruptedException {
        URI address = URI.create(settings.search().url() + "/" + settings.indexPrefix() + index);
        http.send(HttpRequest.newBuilder(address).DELETE().build(), BodyHandlers.discarding());
    }

    /** Makes the next start read everything again. */
    void forgetCheckpoints() {
        environment.put("WAYMARK_FLINK_RESUME", "false");
    }

    /** Completed checkpoints, newest last. */
    List<Path> checkpoints() throws IOException {
        if (!Files.isDirectory(settings.checkpoints())) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(settings.checkpoints(), 3, (file, is) -> file.endsWith("_metadata"))) {
            return files.map(file -> Objects.requireNonNull(file.getParent()))
                    .sorted(Comparator.comparing(Installation::number))
                    .toList();
        }
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(String.valueOf(checkpoint.getFileName()).substring("chk-".length()));
    }

    Connection journalConnection() throws SQLException {
        return settings.journal().connect("test");
    }

    /** The answer of Elasticsearch, freshly refreshed. */
    String search(String index, String path) throws IOException, InterruptedException {
        String base = settings.search().url() + "/" + settings.indexPrefix() + index;
        http.send(HttpRequest.newBuilder(URI.create(base + "/_refresh")).build(), BodyHandlers.discarding());
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString())
                .body();
    }

    static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
    }

    @Override
    public void close() {
        stop();
    }

    private static String query(Database database, String query) throws SQLException {
        try (Connection connection = database.connect("test");
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(query);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                StringBuilder text = new StringBuilder();
                while (result.next()) {
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        text.append(i == 1 ? "" : "|").append(result.getString(i));
                    }
                    text.append('\n');
                }
                return text.toString().strip();
            }
        }
    }
}

package io.waymark.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Elasticsearch server on the loopback interface with a data folder that survives it.
 *
 * <p>It is a process of its own like the database: starting over an old one adopts it when it answers on the wanted port
 * and stops it first otherwise. Security is off, which is why it must never listen beyond loopback.
 */
public final class LocalElasticsearch {

    private static final Logger LOG = LoggerFactory.getLogger(LocalElasticsearch.class);
    private static final String SETTING = "WAYMARK_ES_PORT";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long NEEDED_MEBIBYTES = 512;
    private static final String HEAP = "512m";

    private final URI url;
    private final RecordedProcess process;

    private LocalElasticsearch(URI url, RecordedProcess process) {
        this.url = url;
        this.process = process;
    }

    /** Starts a server whose data live in {@code folder}, made when missing, and waits until it answers. */
    public static LocalElasticsearch start(Path folder, int port, Path log) {
        Path home = folder.toAbsolutePath().normalize();
        DiskSpace.require(home, NEEDED_MEBIBYTES, "Elasticsearch");
        URI url = URI.create("http://127.0.0.1:" + port);
        Optional<RecordedProcess> old = RecordedProcess.read(record(home))
                .filter(running -> running.living().isPresent());
        if (old.isPresent() && answersAs(old.get(), url)) {
            LOG.info(
                    "adopting the Elasticsearch that already runs in {} as process {}",
                    home,
                    old.get().pid());
            return new LocalElasticsearch(url, old.get());
        }
        old.ifPresent(running -> running.stop(STOP_LIMIT));
        Ports.requireFree(port, "Elasticsearch", SETTING);
        return launch(home, port, url, log.toAbsolutePath().normalize());
    }

    /** Stops the server that runs on this data folder, if any does. */
    public static void stopIn(Path folder) {
        RecordedProcess.read(record(folder.toAbsolutePath())).ifPresent(running -> running.stop(STOP_LIMIT));
    }

    public URI url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    /** Lets it write everything to disk and stops it; does nothing when it is down already. */
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    private static LocalElasticsearch launch(Path home, int port, URI url, Path log) {
        Path distribution = ElasticsearchDistribution.home(BinaryCache.ofThisUser());
        Path java = Path.of(System.getProperty("java.home"));
        ServerUser user = ServerUser.reaching(home, distribution.resolve("bin/elasticsearch"), java);
        prepare(home, port, log);
        user.own(home);
        user.ownLog(log);
        List<String> words = new ArrayList<>(List.of("setsid", "--wait"));
        words.addAll(user.command(
                distribution.resolve("bin/elasticsearch").toString(),
                "-d",
                "-p",
                home.resolve("pid").toString()));
        Command.Outcome outcome = Command.of(words)
                .with("ES_JAVA_HOME", java.toString())
                .with("ES_PATH_CONF", home.resolve("config").toString())
                .with("ES_TMPDIR", home.resolve("tmp").toString())
                .with("ES_JAVA_OPTS", "-Xms%s -Xmx%s".formatted(HEAP, HEAP))
                .run(home, START_LIMIT);
        if (!outcome.succeeded()) {
            throw new ServerFailure(
                    "Elasticsearch does not start; see %s. It said: %s".formatted(log, outcome.output()));
        }
        RecordedProcess process = started(home, log);
        process.write(record(home));
        if (!Readiness.within(START_LIMIT, () -> process.living().isPresent(), () -> healthy(url))) {
            process.stop(STOP_LIMIT);
            throw new ServerFailure("Elasticsearch runs but does not become ready; see %s.".formatted(log));
        }
        return new LocalElasticsearch(url, process);
    }

    private static void prepare(Path home, int port, Path log) {
        try {
            Files.createDirectories(home.resolve("data"));
            Files.createDirectories(home.resolve("tmp"));
            Files.deleteIfExists(home.resolve("pid"));
            ElasticsearchConfiguration.write(home.resolve("config"), home.resolve("data"), log, port);
        } catch (IOException e) {
            throw new ServerFailure("The folder %s cannot be prepared: %s.".formatted(home, e.getMessage()), e);
        }
    }

    private static RecordedProcess started(Path home, Path log) {
        try {
            long pid = Long.parseLong(Files.readString(home.resolve("pid")).strip());
            return ProcessHandle.of(pid)
                    .map(RecordedProcess::of)
                    .orElseThrow(() ->
                            new ServerFailure("Elasticsearch ended right after its start; see %s.".formatted(log)));
        } catch (IOException e) {
            throw new ServerFailure("Elasticsearch left no process id; see %s.".formatted(log), e);
        }
    }

    private static boolean answersAs(RecordedProcess process, URI url) {
        HttpClient client = HttpClient.newHttpClient();
        return Readiness.body(client, url.resolve("/_nodes/_local/process?filter_path=nodes.*.process.id"))
                .filter(body -> body.contains("\"id\":" + process.pid() + "}"))
                .isPresent();
    }

    private static boolean healthy(URI url) {
        HttpClient client = HttpClient.newHttpClient();
        return Readiness.answers(client, url.resolve("/_cluster/health?wait_for_status=yellow&timeout=5s"));
    }

    private static Path record(Path home) {
        return home.resolve("process");
    }
}

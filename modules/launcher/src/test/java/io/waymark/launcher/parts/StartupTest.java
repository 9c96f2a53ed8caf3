package io.waymark.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupTest {

    private static final String LONG = "60";
    private static final String AT_ONCE = "0";

    private final List<RunningPart> changes = new CopyOnWriteArrayList<>();
    private final Startup startup = new Startup(HttpClient.newHttpClient(), () -> true, changes::add);

    @TempDir
    Path folder;

    private final HttpServer answers;

    StartupTest() throws IOException {
        answers = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void answerReady() {
        answers.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        answers.start();
    }

    @AfterEach
    void stopAll() {
        answers.stop(0);
        changes.forEach(part -> part.process().stop(Duration.ofSeconds(5)));
    }

    @Test
    void aPartIsStartedOnceThePartsItNeedsAreReady() {
        startup.run(new Parts(List.of(part("first", LONG), part("second", LONG, "first"))));

        assertThat(changes)
                .extracting(change -> change.name() + (change.ready() ? " ready" : " started"))
                .containsExactly("first started", "first ready", "second started", "second ready");
    }

    @Test
    void aPartThatDiesBeforeItIsReadyEndsTheStartWithTheEndOfItsLog() throws IOException {
        answers.stop(0);
        Files.writeString(folder.resolve("first.log"), "the reason\n");

        assertThatThrownBy(() -> startup.run(new Parts(List.of(part("first", AT_ONCE), part("second", LONG, "first")))))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("first ended before it was ready")
                .hasMessageEndingWith("the reason");
        assertThat(changes).extracting(RunningPart::name).containsOnly("first");
    }

    private SleepingPart part(String name, String seconds, String... needs) {
        String url = "http://127.0.0.1:" + answers.getAddress().getPort();
        return new SleepingPart(name, url, List.of(needs), seconds, folder.resolve(name + ".log"));
    }
}

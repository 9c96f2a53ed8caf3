package io.waymark.servers.testing;

import io.waymark.servers.Folders;
import io.waymark.servers.LocalElasticsearch;
import io.waymark.servers.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One Elasticsearch for all tests of a JVM, and a new prefix for index names for whoever asks. */
public final class TestElasticsearch {

    private static final String NAME = "elasticsearch";
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private TestElasticsearch() {}

    /** The server, started by the first caller and stopped, with its data deleted, when the JVM ends. */
    public static LocalElasticsearch server() {
        return Shared.SERVER;
    }

    public static URI url() {
        return server().url();
    }

    /** The beginning of index names that no other caller uses. */
    public static String freshPrefix() {
        return "test-" + PREFIXES.incrementAndGet() + "-";
    }

    private static final class Shared {
        private static final LocalElasticsearch SERVER = start();

        private static LocalElasticsearch start() {
            TestFolder.abandoned(NAME).forEach(Shared::remove);
            Path folder = TestFolder.ofThisJvm(NAME);
            LocalElasticsearch server =
                    LocalElasticsearch.start(folder.resolve("home"), Ports.free(), folder.resolve("elasticsearch.log"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.stop();
                Folders.delete(folder);
            }));
            return server;
        }

        private static void remove(Path folder) {
            LocalElasticsearch.stopIn(folder.resolve("home"));
            Folders.delete(folder);
        }
    }
}

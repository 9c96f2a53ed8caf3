package io.waymark.servers.testing;

import io.waymark.servers.Folders;
import io.waymark.servers.LocalPostgres;
import io.waymark.servers.Ports;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of a JVM, set up as in production, and a new database for whoever asks. */
public final class TestPostgres {

    private static final String NAME = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** The server, started by the first caller and stopped, with its data deleted, when the JVM ends. */
    public static LocalPostgres server() {
        return Shared.SERVER;
    }

    /** The address of a new, empty database owned by the role {@code waymark}. */
    public static String freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        server().createDatabase(name);
        return server().jdbcUrl(name);
    }

    private static final class Shared {
        private static final LocalPostgres SERVER = start();

        private static LocalPostgres start() {
            TestFolder.abandoned(NAME).forEach(Shared::remove);
            Path folder = TestFolder.ofThisJvm(NAME);
            LocalPostgres server =
                    LocalPostgres.start(folder.resolve("data"), Ports.free(), folder.resolve("postgres.log"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.stop();
                Folders.delete(folder);
            }));
            return server;
        }

        private static void remove(Path folder) {
            LocalPostgres.stopIn(folder.resolve("data"));
            Folders.delete(folder);
        }
    }
}

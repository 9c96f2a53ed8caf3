package io.waymark.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on the loopback interface with a data folder that survives it.
 *
 * <p>The server is a process of its own and outlives this JVM on purpose: a killed launcher must not take the journal down
 * in mid-write. Starting over an old one adopts it when it listens on the wanted port and stops it first otherwise.
 */
public final class LocalPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String SETTING = "WAYMARK_PG_PORT";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final long NEEDED_MEBIBYTES = 512;

    private final Path folder;
    private final Path binaries;
    private final ServerUser user;
    private final int port;
    private final long pid;

    private LocalPostgres(Path folder, Path binaries, ServerUser user, int port, long pid) {
        this.folder = folder;
        this.binaries = binaries;
        this.user = user;
        this.port = port;
        this.pid = pid;
    }

    /** Starts a server whose data live in {@code folder}, made when missing, and waits until it answers. */
    public static LocalPostgres start(Path folder, int port, Path log) {
        Path data = folder.toAbsolutePath().normalize();
        DiskSpace.require(data, NEEDED_MEBIBYTES, "PostgreSQL");
        Optional<PostmasterFile> old = PostmasterFile.ofLivingServer(data);
        if (old.isPresent() && old.get().port() == port) {
            LOG.info(
                    "adopting the PostgreSQL that already runs in {} as process {}",
                    data,
                    old.get().pid());
            return ready(at(data, old.get()));
        }
        old.ifPresent(running -> at(data, running).stop());
        Ports.requireFree(port, "PostgreSQL", SETTING);
        Path binaries = binaries();
        ServerUser user = userFor(data, binaries);
        prepare(data, binaries, user);
        PostgresConfiguration.write(data, port);
        PostmasterFile.removeOfUncollected(data);
        user.ownLog(log);
        return launch(data, binaries, user, port, log.toAbsolutePath());
    }

    /** Stops the server that runs on this data folder, if any does. */
    public static void stopIn(Path folder) {
        Path data = folder.toAbsolutePath().normalize();
        PostmasterFile.ofLivingServer(data)
                .ifPresent(running -> at(data, running).stop());
    }

    private static LocalPostgres at(Path data, PostmasterFile running) {
        Path binaries = binaries();
        return new LocalPostgres(data, binaries, userFor(data, binaries), running.port(), running.pid());
    }

    /** Gives a data folder that someone else has written to whoever the server runs as. */
    static void own(Path data) {
        userFor(data, binaries()).own(data);
    }

    private static Path binaries() {
        return PostgresBinaries.home(BinaryCache.ofThisUser()).resolve("bin");
    }

    private static ServerUser userFor(Path data, Path binaries) {
        return ServerUser.reaching(data, binaries.resolve("postgres"));
    }

    /** The address of one of its databases for the role that owns it. */
    public String jdbcUrl(String database) {
        return url(database, WaymarkDatabases.OWNER);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return pid;
    }

    /** Makes an empty database of the owner's; the name is ours, never a caller's text. */
    public void createDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(administratorUrl())) {
            WaymarkDatabases.create(connection, name);
        } catch (SQLException e) {
            throw new ServerFailure("The database %s cannot be made: %s.".formatted(name, e.getMessage()), e);
        }
    }

    /** Ends open sessions, writes everything to disk and stops; does nothing when the server is down already. */
    public void stop() {
        if (PostmasterFile.ofLivingServer(folder).isEmpty()) {
            return;
        }
        Command.of(user.command(
                        binaries.resolve("pg_ctl").toString(),
                        "stop",
                        "-D",
                        folder.toString(),
                        "-m",
                        "fast",
                        "-w",
                        "-t",
                        Long.toString(STOP_LIMIT.toSeconds())))
                .run(folder, STOP_LIMIT.plusSeconds(5))
                .orFail("PostgreSQL does not stop");
    }

    private static void prepare(Path data, Path binaries, ServerUser user) {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        user.own(data);
        Command.of(user.command(
                        binaries.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--auth=trust",
                        "--locale=C",
                        "--encoding=UTF8",
                        "--no-instructions"))
                .run(data, START_LIMIT)
                .orFail("PostgreSQL cannot make its data folder");
    }

    private static LocalPostgres launch(Path data, Path binaries, ServerUser user, int port, Path log) {
        Command.Outcome outcome = Command.of(user.command(
                        binaries.resolve("pg_ctl").toString(),
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        log.toString(),
                        "-w",
                        "-t",
                        Long.toString(START_LIMIT.toSeconds())))
                .run(data, START_LIMIT.plusSeconds(5));
        if (!outcome.succeeded()) {
            throw new ServerFailure(
                    "PostgreSQL does not start; its log %s ends with: %s".formatted(log, lastLine(log)));
        }
        PostmasterFile running = PostmasterFile.ofLivingServer(data)
                .orElseThrow(() -> new ServerFailure("PostgreSQL ended right after its start; see %s.".formatted(log)));
        return ready(new LocalPostgres(data, binaries, user, port, running.pid()));
    }

    private static LocalPostgres ready(LocalPostgres server) {
        WaymarkDatabases.createMissing(server.administratorUrl());
        return server;
    }

    private String administratorUrl() {
        return url("postgres", "postgres");
    }

    private String url(String database, String role) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, database, role);
    }

    private static String lastLine(Path log) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .reduce("nothing", (before, line) -> line);
        } catch (IOException e) {
            return "(the log cannot be read: %s)".formatted(e.getMessage());
        }
    }
}

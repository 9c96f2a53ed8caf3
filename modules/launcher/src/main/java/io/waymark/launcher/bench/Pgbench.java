package io.waymark.launcher.bench;

import io.waymark.launcher.Settings;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The yardstick: PostgreSQL's own load generator inserting one row a transaction, on the server that we measure on. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final int PAYLOAD_CHARACTERS = 256;
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Settings settings;
    private final int connections;
    private final Path script;

    /** Makes the table and the script. */
    Pgbench(Settings settings, int connections) {
        this.settings = settings;
        this.connections = connections;
        this.script = settings.data().resolve("single-row-insert.sql");
        try (Connection connection = DriverManager.getConnection(settings.databaseUrl("waymark") + "?user=waymark");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists yardstick (id bigserial primary key, payload text not null)");
            Files.writeString(
                    script, "insert into yardstick (payload) values ('" + "x".repeat(PAYLOAD_CHARACTERS) + "');\n");
        } catch (SQLException e) {
            throw new ServerFailure("The yardstick's table cannot be made: %s.".formatted(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Durable inserts a second over this long. */
    double run(Duration duration) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(List.of("--no-vacuum", "--protocol=prepared", "--host=127.0.0.1", "--username=waymark"));
        command.add("--port=" + settings.postgresPort());
        command.add("--client=" + connections);
        command.add("--jobs=2");
        command.add("--time=" + duration.toSeconds());
        command.add("--file=" + script);
        command.add("waymark");
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new ServerFailure("pgbench failed:\n" + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new ServerFailure("pgbench cannot be run: %s.".formatted(e.getMessage()), e);
        }
    }

    /** On the PATH, or where Debian keeps it. */
    private static String program() {
        List<Path> folders = new ArrayList<>();
        Stream.of(System.getenv("PATH").split(":", -1)).map(Path::of).forEach(folders::add);
        try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
            versions.map(version -> version.resolve("bin")).forEach(folders::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders.stream()
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new ServerFailure("pgbench is missing (Debian, Ubuntu: apt-get install postgresql-contrib)."))
                .toString();
    }
}

package io.waymark.servers;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A base backup of a local server that keeps running: the files as they are, and the write-ahead log that makes them whole.
 *
 * <p>Physical, so transaction ids go on where they were and every follower's position stays true. A dump would start them
 * anew.
 */
public final class PostgresBackup {

    private static final String LABEL = "backup_label";
    private static final String LOG = "pg_wal";

    /** Of this run of the server, or filled from the log: never part of a backup. */
    private static final Set<String> LEFT_OUT = Set.of(
            LOG, "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final Set<String> OF_THIS_RUN =
            Set.of("postmaster.pid", "postmaster.opts", LABEL, "pg_internal.init");

    /** The server refuses a folder that others may look into. */
    private static final Set<PosixFilePermission> OWNERS_ONLY = PosixFilePermissions.fromString("rwx------");

    private PostgresBackup() {}

    /**
     * Copies the server that runs on this data folder.
     *
     * @param target an empty or missing folder
     */
    public static void take(Path data, Path target) {
        PostmasterFile running = PostmasterFile.ofLivingServer(
                        data.toAbsolutePath().normalize())
                .orElseThrow(
                        () -> new ServerFailure("No PostgreSQL runs on %s: ./waymark up starts it.".formatted(data)));
        requireEmpty(target);
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(running.port());
        // One session throughout: the backup ends with it, and so does the slot that keeps the log.
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_create_physical_replication_slot('waymark_backup', true, true)");
            statement.execute("select pg_backup_start('waymark', true)");
            copy(data, target, true);
            Files.createDirectories(target.resolve(LOG));
            writeLabel(statement, target);
            copy(data.resolve(LOG), target.resolve(LOG), false);
        } catch (SQLException | IOException e) {
            throw new ServerFailure("The backup failed: %s.".formatted(e.getMessage()), e);
        }
    }

    /**
     * Puts a backup in the place of a data folder; the server makes it whole at its next start.
     *
     * @return where the data that were there before now are
     */
    public static Path restore(Path backup, Path data) {
        if (!Files.exists(backup.resolve(LABEL))) {
            throw new ServerFailure("%s is no backup: ./waymark backup makes one.".formatted(backup));
        }
        Path folder = data.toAbsolutePath().normalize();
        if (PostmasterFile.ofLivingServer(folder).isPresent()) {
            throw new ServerFailure("PostgreSQL is running: stop Waymark with ./waymark down first.");
        }
        Path before = aside(folder);
        try {
            if (Files.exists(folder)) {
                Files.move(folder, before);
            }
            copy(backup, folder, false);
            for (String name : LEFT_OUT) {
                Files.setPosixFilePermissions(Files.createDirectories(folder.resolve(name)), OWNERS_ONLY);
            }
            Files.setPosixFilePermissions(folder, OWNERS_ONLY);
        } catch (IOException e) {
            throw new ServerFailure("The backup cannot be copied to %s: %s.".formatted(folder, e.getMessage()), e);
        }
        LocalPostgres.own(folder);
        return before;
    }

    private static void writeLabel(Statement statement, Path target) throws SQLException, IOException {
        try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
            if (!stopped.next()) {
                throw new SQLException("the server did not say what it backed up");
            }
            Files.writeString(target.resolve(LABEL), stopped.getString(1));
        }
    }

    private static void requireEmpty(Path target) {
        try {
            Files.createDirectories(target);
            try (Stream<Path> inside = Files.list(target)) {
                if (inside.findAny().isPresent()) {
                    throw new ServerFailure("%s is not empty: name a new folder for the backup.".formatted(target));
                }
            }
        } catch (IOException e) {
            throw new ServerFailure("%s cannot be made: %s.".formatted(target, e.getMessage()), e);
        }
    }

    private static Path aside(Path folder) {
        int number = 1;
        Path candidate;
        do {
            candidate = folder.resolveSibling(folder.getFileName() + ".before-restore-" + number++);
        } while (Files.exists(candidate));
        return candidate;
    }

    /** Files may grow, shrink and vanish meanwhile: the log tells what they must become. */
    private static void copy(Path from, Path to, boolean leaveOut) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                boolean top = from.equals(folder.getParent());
                if (leaveOut && top && LEFT_OUT.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Path target = to.resolve(from.relativize(folder));
                if (!Files.exists(target)) {
                    Files.copy(folder, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!leaveOut || !OF_THIS_RUN.contains(file.getFileName().toString())) {
                    copyIfThere(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private static void copyIfThere(Path file, Path target) throws IOException {
        try {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // Dropped while we looked; the log knows.
        }
    }
}

package io.waymark.servers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders for the servers of one test run, below the module's {@code target}, named after the JVM that owns them.
 *
 * <p>A killed test JVM leaves its server behind; the next run finds it here by the dead owner's process id.
 */
final class TestFolder {

    private TestFolder() {}

    static Path ofThisJvm(String server) {
        return root(server).resolve(Long.toString(ProcessHandle.current().pid()));
    }

    /** The folders of JVMs that live no more. */
    static List<Path> abandoned(String server) {
        Path root = root(server);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(TestFolder::isAbandoned).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = folder.getFileName().toString();
        return name.chars().allMatch(Character::isDigit)
                && ProcessHandle.of(Long.parseLong(name)).isEmpty();
    }

    private static Path root(String server) {
        return Path.of("target", "test-servers", server).toAbsolutePath();
    }
}

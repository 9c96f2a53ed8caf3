package io.waymark.launcher.scenario.faults;

import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wall clocks of the nodes' processes, moved by Debian's libfaketime while they run. The monotonic clock is left alone,
 * as it is when a machine's clock is set.
 */
final class NodeClocks {

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";
    private static final String CACHE_SECONDS = "1";

    private final Path library;
    private final Path folder;

    private NodeClocks(Path library, Path folder) {
        this.library = library;
        this.folder = folder;
    }

    /** Clocks that are right, kept in this folder; empty where libfaketime is not installed. */
    static Optional<NodeClocks> in(Path folder) {
        try (Stream<Path> architectures = Files.list(LIBRARIES)) {
            return Stream.concat(Stream.of(LIBRARIES), architectures)
                    .map(place -> place.resolve(LIBRARY))
                    .filter(Files::isReadable)
                    .findFirst()
                    .map(library -> new NodeClocks(library, folder));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a node's process needs in its environment so that its clock can be moved. */
    Map<String, String> environment(int node) {
        move(node, 0);
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file(node).toString(),
                "FAKETIME_CACHE_DURATION",
                CACHE_SECONDS,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1");
    }

    /** Sets a node's clock so many minutes ahead of the true time; negative for behind. */
    void move(int node, int minutes) {
        Path next = folder.resolve("next-" + node);
        try {
            Files.createDirectories(folder);
            Files.writeString(next, "%+dm\n".formatted(minutes));
            Files.move(next, file(node), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ServerFailure("The clock of node-%d cannot be moved.".formatted(node), e);
        }
    }

    private Path file(int node) {
        return folder.resolve("node-" + node).toAbsolutePath();
    }
}

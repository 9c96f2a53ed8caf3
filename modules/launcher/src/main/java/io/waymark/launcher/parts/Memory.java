package io.waymark.launcher.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The memory of a process and its children, from the kernel's own figures.
 *
 * <p>The children of PostgreSQL share most of theirs with it, so of a child only what is private to it is counted.
 */
final class Memory {

    private static final long KIBIBYTE = 1024;

    private Memory() {}

    static Optional<Long> ofTree(ProcessHandle process) {
        return line(process.pid(), "VmRSS:")
                .map(own -> own + process.descendants().mapToLong(Memory::ownOf).sum());
    }

    private static long ownOf(ProcessHandle child) {
        return line(child.pid(), "RssAnon:").orElse(0L);
    }

    private static Optional<Long> line(long pid, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

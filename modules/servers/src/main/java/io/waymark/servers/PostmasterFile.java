package io.waymark.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a PostgreSQL server left in its data folder about itself: {@code postmaster.pid}.
 *
 * <p>A server outlives the JVM that started it, and after a crash of the machine the file outlives the server. So the
 * process id is believed only while that process runs a program called {@code postgres}.
 */
record PostmasterFile(long pid, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    static Optional<PostmasterFile> ofLivingServer(Path dataFolder) {
        Path file = dataFolder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            PostmasterFile found = new PostmasterFile(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()));
            return found.lives() ? Optional.of(found) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new ServerFailure("The file %s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Removes the file of a killed server whose process nobody has collected yet, as happens where process 1 does not.
     * PostgreSQL would take the dead process for a living one; its own lock on shared memory still guards the data.
     */
    static void removeOfUncollected(Path dataFolder) {
        Path file = dataFolder.resolve("postmaster.pid");
        try {
            if (Files.exists(file)
                    && uncollected(Files.readAllLines(file).getFirst().strip())) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ServerFailure("The file %s cannot be removed: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static boolean uncollected(String pid) throws IOException {
        Path status = Path.of("/proc", pid, "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream().anyMatch(line -> line.startsWith("State:\tZ"));
    }

    private boolean lives() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}

package io.waymark.launcher.replay.delivery;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.waymark.events.EventJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay's progress is kept, under the digest of its file.
 *
 * <p>Replaced as a whole each time, so that a killed replay leaves the progress before or after, never half of one. What
 * was answered since then is sent again and changes nothing. One replay of a file runs at a time.
 */
public final class ProgressFile implements AutoCloseable {

    private static final ObjectWriter WRITER = EventJson.MAPPER.writerWithDefaultPrettyPrinter();

    private final Path path;
    private final FileChannel channel;

    private ProgressFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    public static ProgressFile open(Path folder, String digest) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(digest + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new ReplayFailure("Another replay of this file is running; wait for it or stop it first.");
            }
            return new ProgressFile(folder.resolve(digest + ".json"), channel);
        } catch (IOException e) {
            throw new ReplayFailure(
                    "The progress of the replay cannot be kept in " + folder + ": " + e.getMessage(), e);
        }
    }

    Optional<SavedReplay> read() {
        try {
            return Files.exists(path)
                    ? Optional.of(EventJson.MAPPER.readValue(path.toFile(), SavedReplay.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new ReplayFailure(
                    path + " does not hold the progress of a replay. Delete it to begin again: nothing is doubled.", e);
        }
    }

    void write(SavedReplay replay) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.write(fresh, WRITER.writeValueAsBytes(replay));
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ReplayFailure("The progress of the replay cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ReplayFailure("The lock of the replay cannot be given back: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}

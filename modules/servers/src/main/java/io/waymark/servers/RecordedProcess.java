package io.waymark.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that a later run of ours must find again: its id and the moment it started.
 *
 * <p>Ids are reused by the system, so an id alone could name a stranger. Only a process that started at the recorded moment
 * is ours, and only ours is ever stopped.
 */
public record RecordedProcess(long pid, Instant startedAt) {

    /** The record of a process that lives now. */
    public static RecordedProcess of(ProcessHandle process) {
        Instant startedAt = process.info()
                .startInstant()
                .orElseThrow(
                        () -> new ServerFailure("Process %d ended right after its start.".formatted(process.pid())));
        return new RecordedProcess(process.pid(), startedAt);
    }

    /** What {@link #write} wrote, or nothing when there is no such file. */
    public static Optional<RecordedProcess> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(file).strip().split(" ", 2);
            return words.length == 2
                    ? Optional.of(new RecordedProcess(Long.parseLong(words[0]), Instant.parse(words[1])))
                    : Optional.empty();
        } catch (IOException e) {
            throw new ServerFailure("The file %s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    public void write(Path file) {
        try {
            Files.writeString(file, pid + " " + startedAt + "\n");
        } catch (IOException e) {
            throw new ServerFailure("The file %s cannot be written: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /** The process itself, while it runs. A process that has ended but was not collected yet has no command any more. */
    public Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid)
                .filter(process -> process.info().startInstant().equals(Optional.of(startedAt)))
                .filter(process -> process.info().command().isPresent());
    }

    /** Asks the process to end and ends it by force after {@code limit}; does nothing when it is gone. */
    public void stop(Duration limit) {
        Optional<ProcessHandle> running = living();
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle process = running.get();
        process.destroy();
        if (!endsWithin(process, limit)) {
            process.destroyForcibly();
            endsWithin(process, limit);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new ServerFailure("Process %d cannot be waited for.".formatted(process.pid()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

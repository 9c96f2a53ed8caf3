package io.waymark.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program of this machine to its end, with a limit on how long that may take. */
public final class Command {

    private final List<String> words;
    private final Map<String, String> environment = new HashMap<>();

    private Command(List<String> words) {
        this.words = List.copyOf(words);
    }

    public static Command of(List<String> words) {
        return new Command(words);
    }

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    Command with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs in {@code folder}; what the program prints goes to a file, so that a server it leaves behind blocks nobody. */
    public Outcome run(Path folder, Duration limit) {
        try {
            Path printed = Files.createTempFile("waymark-command", ".txt");
            try {
                return run(folder, limit, printed);
            } finally {
                Files.deleteIfExists(printed);
            }
        } catch (IOException e) {
            throw new ServerFailure("%s cannot be run: %s.".formatted(words.getFirst(), e.getMessage()), e);
        }
    }

    private Outcome run(Path folder, Duration limit, Path printed) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(new java.io.File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new ServerFailure("%s did not end within %d seconds and was stopped."
                        .formatted(words.getFirst(), limit.toSeconds()));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerFailure("%s was interrupted.".formatted(words.getFirst()), e);
        }
        byte[] output = Files.readAllBytes(printed);
        return new Outcome(process.exitValue(), new String(output, StandardCharsets.UTF_8).strip());
    }

    /** How the program ended and everything it printed. */
    public record Outcome(int exitCode, String output) {

        public boolean succeeded() {
            return exitCode == 0;
        }

        /** Throws what the program printed when it failed. */
        public void orFail(String sentence) {
            if (!succeeded()) {
                throw new ServerFailure("%s (exit code %d): %s".formatted(sentence, exitCode, output));
            }
        }
    }
}

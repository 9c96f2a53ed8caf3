package io.waymark.scenarios.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Prometheus' own judge of rules and scrapes. {@code ./waymark test} fetches it where it is missing. */
final class Promtool {

    private static final int LIMIT_SECONDS = 60;

    private Promtool() {}

    /** What it said, and whether it was content. */
    record Verdict(boolean content, String words) {}

    /** Asks it; a machine without it fails the test, as an unchecked alert is one that nobody can trust. */
    static Verdict ask(@Nullable String input, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(System.getenv().getOrDefault("WAYMARK_PROMTOOL", "promtool"));
        words.addAll(List.of(arguments));
        try {
            Path given = Files.createTempFile("promtool", ".txt");
            Files.writeString(given, input == null ? "" : input);
            Process process = new ProcessBuilder(words)
                    .directory(Path.of("..", "..").toFile())
                    .redirectInput(given.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("promtool does not end");
            }
            Files.delete(given);
            return new Verdict(process.exitValue() == 0, output);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "promtool is missing: run ./waymark test, which fetches it, or set WAYMARK_PROMTOOL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for promtool", e);
        }
    }
}

package io.waymark.launcher.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Reads what the program that rebuilds search says: {@code progress DONE ALL}, {@code say …} or {@code refuse …}. */
final class SearchReport {

    private final RebuildConsole console;
    private final InstantSource clock;
    private final Instant started;
    private @Nullable Instant first;
    private long before;
    private @Nullable String refusal;

    SearchReport(RebuildConsole console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
        this.started = clock.instant();
    }

    void line(String line) {
        String[] words = line.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "progress" -> progressed(rest.split(" ", 2));
            case "say" -> console.say(rest);
            case "refuse" -> refusal = rest;
            default -> console.say(line);
        }
    }

    Duration running() {
        return Duration.between(started, clock.instant());
    }

    /** Why it was not done. */
    String refusal(String otherwise) {
        return refusal == null ? otherwise : refusal;
    }

    private void progressed(String[] numbers) {
        long done = Long.parseLong(numbers[0]);
        long all = Math.max(done, Long.parseLong(numbers[1]));
        Instant now = clock.instant();
        if (first == null && done > 0) {
            first = now;
            before = done;
        }
        double seconds = first == null ? 0 : Duration.between(first, now).toMillis() / 1_000.0;
        double perSecond = seconds == 0 ? 0 : (done - before) / seconds;
        Duration left = perSecond == 0 ? Duration.ZERO : Duration.ofMillis((long) ((all - done) / perSecond * 1_000));
        console.progressed("search", done, all, perSecond, left, running());
    }
}

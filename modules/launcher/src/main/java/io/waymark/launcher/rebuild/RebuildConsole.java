package io.waymark.launcher.rebuild;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows a rebuild to a person: a line that changes on a terminal, a line every few seconds anywhere else. */
final class RebuildConsole {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final PrintWriter out;
    private final boolean terminal;
    private Duration lastLine = BETWEEN_LINES.negated();

    /** A terminal lets a line be written over. */
    RebuildConsole(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** How far it is: events done, of those that there are, at which rate. */
    void progressed(String what, long done, long all, double perSecond, Duration left, Duration running) {
        if (terminal || running.compareTo(lastLine.plus(BETWEEN_LINES)) >= 0) {
            lastLine = running;
            String line =
                    "%s: %,d of %,d events  %,.0f/s  %s left".formatted(what, done, all, perSecond, duration(left));
            out.print(terminal ? "\r\u001b[K" + line : line + System.lineSeparator());
            out.flush();
        }
    }

    /** A whole sentence, in the place of what changed before. */
    void say(String sentence) {
        lastLine = BETWEEN_LINES.negated();
        out.print((terminal ? "\r\u001b[K" : "") + sentence + System.lineSeparator());
        out.flush();
    }

    static String duration(Duration duration) {
        return duration.toMinutes() == 0
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0)
                : String.format(Locale.ROOT, "%d min %d s", duration.toMinutes(), duration.toSecondsPart());
    }
}

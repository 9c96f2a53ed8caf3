package io.waymark.launcher.replay;

import io.waymark.launcher.replay.delivery.Account;
import io.waymark.launcher.replay.source.RejectedRow;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Shows a replay to a person: a bar that moves on a terminal, a line every few seconds anywhere else. */
public final class ReplayConsole implements ReplayListener {

    private static final int BAR = 24;
    private static final int MOST_SHOWN = 20;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean terminal;
    private Duration lastLine = BETWEEN_LINES.negated();

    /** A terminal lets a line be written over. */
    public ReplayConsole(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void read(String name, int reservations, List<RejectedRow> rejected) {
        say(String.format(Locale.ROOT, "Replaying %s: %,d reservations.%n", name, reservations));
        if (!rejected.isEmpty()) {
            say(String.format(Locale.ROOT, "%,d rows are left out:%n", rejected.size()));
            list(rejected, rejected.size());
        }
    }

    @Override
    public void progressed(ReplayProgress progress) {
        if (terminal) {
            say("\r\u001b[K" + line(progress) + (progress.finished() ? System.lineSeparator() : ""));
        } else if (progress.finished() || progress.running().compareTo(lastLine.plus(BETWEEN_LINES)) >= 0) {
            lastLine = progress.running();
            say(line(progress) + System.lineSeparator());
        }
    }

    /** What was achieved, what was not and why, and what to do next. */
    public void summary(ReplaySummary summary, String next) {
        ReplayProgress progress = summary.progress();
        Account account = progress.account();
        if (terminal && !progress.finished()) {
            say(System.lineSeparator());
        }
        say(String.format(
                Locale.ROOT,
                "%,d of %,d messages are settled: %,d accepted, %,d there already, %,d refused.%n",
                account.position(),
                progress.total(),
                account.accepted(),
                account.repeated(),
                account.refused()));
        say(String.format(
                Locale.ROOT,
                "%,d of them in this run, in %s: %,.0f a second.%n",
                account.position() - progress.before(),
                duration(progress.running()),
                progress.perSecond()));
        list(account.refusals(), account.refused());
        say((progress.finished() ? next : "Stopped. Run the same command again to go on from here.")
                + System.lineSeparator());
    }

    private void list(List<?> items, long all) {
        items.stream().limit(MOST_SHOWN).forEach(item -> say("  " + item + System.lineSeparator()));
        if (all > MOST_SHOWN) {
            say(String.format(Locale.ROOT, "  and %,d more%n", all - MOST_SHOWN));
        }
    }

    private static String line(ReplayProgress progress) {
        int full = (int) Math.floor(progress.share() * BAR);
        Account account = progress.account();
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %,d of %,d messages  %,.0f/s  %s%s",
                "#".repeat(full),
                "-".repeat(BAR - full),
                Math.floor(progress.share() * 100),
                account.position(),
                progress.total(),
                progress.perSecond(),
                progress.date(),
                account.refused() == 0 ? "" : "  refused: " + account.refused());
    }

    private static String duration(Duration duration) {
        return duration.toMinutes() == 0
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0)
                : String.format(Locale.ROOT, "%d min %d s", duration.toMinutes(), duration.toSecondsPart());
    }

    private void say(String text) {
        out.print(text);
        out.flush();
    }
}

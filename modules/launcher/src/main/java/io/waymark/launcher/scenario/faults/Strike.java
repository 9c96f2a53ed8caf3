package io.waymark.launcher.scenario.faults;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fault that was made.
 *
 * @param at after the story began
 * @param what was done, to what
 * @param answered how long until it answered again; null where it has not
 * @param note what else there is to say
 */
record Strike(Duration at, String what, @Nullable Duration answered, String note) {

    static final String HEAD = String.format(Locale.ROOT, "%8s  %-28s %14s  %s", "at", "fault", "answers after", "");

    boolean over() {
        return answered != null;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%5d:%02d  %-28s %14s  %s",
                at.toMinutes(),
                at.toSecondsPart(),
                what,
                answered == null ? "not at all" : String.format(Locale.ROOT, "%.1f s", answered.toMillis() / 1_000.0),
                note);
    }
}

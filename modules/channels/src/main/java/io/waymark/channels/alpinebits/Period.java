package io.waymark.channels.alpinebits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last, both included, as AlpineBits counts them. */
public record Period(LocalDate start, LocalDate end) {

    /** The period of both days; null where one is missing or they are the wrong way round. */
    public static @Nullable Period of(@Nullable LocalDate start, @Nullable LocalDate end) {
        return start == null || end == null || end.isBefore(start) ? null : new Period(start, end);
    }

    /** The rule that both days are there and in order. */
    public static List<Violation> violations(String what, @Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null || end == null) {
            return List.of(Violation.dates(what + " needs Start and End"));
        }
        return end.isBefore(start)
                ? List.of(Violation.dates(what + " ends on " + end + ", before it starts on " + start))
                : List.of();
    }

    public boolean overlaps(Period other) {
        return !end.isBefore(other.start) && !other.end.isBefore(start);
    }

    /**
     * The rule that no two things of one kind share a day.
     *
     * @param kind things of different kinds may overlap; it also names them to the sender
     */
    public static <T> List<Violation> overlaps(
            List<T> things, Function<T, String> kind, Function<T, @Nullable Period> period) {
        Map<String, List<Period>> byKind = new TreeMap<>();
        for (T thing : things) {
            @Nullable Period days = period.apply(thing);
            if (days != null) {
                byKind.computeIfAbsent(kind.apply(thing), name -> new ArrayList<>())
                        .add(days);
            }
        }
        List<Violation> found = new ArrayList<>();
        byKind.forEach((name, periods) -> firstOverlap(name, periods, found));
        return found;
    }

    private static void firstOverlap(String name, List<Period> periods, List<Violation> found) {
        periods.sort(Comparator.comparing(Period::start));
        for (int i = 1; i < periods.size(); i++) {
            Period before = periods.get(i - 1);
            Period next = periods.get(i);
            if (before.overlaps(next)) {
                found.add(Violation.dates(name + ": " + before + " and " + next + " overlap"));
                return;
            }
        }
    }

    @Override
    public String toString() {
        return start + " to " + end;
    }
}

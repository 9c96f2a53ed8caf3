package io.waymark.channels.sync;

import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Neighbouring dates with equal values, together. Pure. */
public final class Runs {

    private Runs() {}

    /** What is made of each run of equal values, in order of the dates. */
    public static <V, T> List<T> of(SortedMap<LocalDate, V> values, BiFunction<DateRange, V, T> make) {
        List<T> runs = new ArrayList<>();
        @Nullable DateRange open = null;
        @Nullable V value = null;
        for (Map.Entry<LocalDate, V> day : values.entrySet()) {
            boolean joins = open != null
                    && open.to().equals(day.getKey())
                    && day.getValue().equals(value);
            if (open != null && value != null && !joins) {
                runs.add(make.apply(open, value));
            }
            LocalDate from = joins && open != null ? open.from() : day.getKey();
            open = new DateRange(from, day.getKey().plusDays(1));
            value = day.getValue();
        }
        if (open != null && value != null) {
            runs.add(make.apply(open, value));
        }
        return runs;
    }

    /** Dates as ranges. */
    public static List<DateRange> of(Collection<LocalDate> dates) {
        SortedMap<LocalDate, Boolean> all = new TreeMap<>();
        new TreeSet<>(dates).forEach(date -> all.put(date, true));
        return of(all, (range, present) -> range);
    }
}

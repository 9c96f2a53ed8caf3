package io.waymark.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The dates of a room type. Immutable; a change shares all days but its own with the calendar before, so thousands of
 * dates cost no more than a few.
 */
public final class Calendar {

    static final Calendar EMPTY = new Calendar(TreePMap.empty());

    private final PSortedMap<LocalDate, Day> days;

    private Calendar(PSortedMap<LocalDate, Day> days) {
        this.days = days;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Calendar of(Map<LocalDate, Day> days) {
        return new Calendar(TreePMap.from(days));
    }

    /** Every date about which anything is known, in order. */
    @JsonValue
    public SortedMap<LocalDate, Day> days() {
        return days;
    }

    public Day on(LocalDate date) {
        return days.getOrDefault(date, Day.EMPTY);
    }

    /** With new values for some dates; a later change wins over an earlier one. */
    Calendar changed(List<CalendarChange> changes) {
        PSortedMap<LocalDate, Day> next = days;
        for (CalendarChange change : changes) {
            for (LocalDate date : change.dates().dates().toList()) {
                next = replaced(next, date, day -> day.changed(change));
            }
        }
        return new Calendar(next);
    }

    /** With one allocation in place of another; null stands for none. This is the only way in which counts change. */
    Calendar exchanged(@Nullable Allocation before, @Nullable Allocation after) {
        PSortedMap<LocalDate, Day> next = days;
        for (Map.Entry<LocalDate, Occupancy> change :
                Occupancy.differences(before, after).entrySet()) {
            next = replaced(next, change.getKey(), day -> day.plus(change.getValue()));
        }
        return new Calendar(next);
    }

    /** The first date on which {@code after} in place of {@code before} would take more than there is. */
    Optional<LocalDate> firstShort(@Nullable Allocation before, Allocation after) {
        return Occupancy.differences(before, after).entrySet().stream()
                .filter(wanted -> wanted.getValue().total() > 0)
                .filter(wanted ->
                        wanted.getValue().total() > on(wanted.getKey()).free())
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    /** The first of these dates on which more is taken than may be. */
    Optional<LocalDate> firstOversold(DateRange range) {
        return range.dates().filter(date -> on(date).free() < 0).findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Calendar that && days.equals(that.days);
    }

    @Override
    public int hashCode() {
        return days.hashCode();
    }

    @Override
    public String toString() {
        return "Calendar[" + days.size() + " dates]";
    }

    private static PSortedMap<LocalDate, Day> replaced(
            PSortedMap<LocalDate, Day> days, LocalDate date, UnaryOperator<Day> change) {
        Day next = change.apply(days.getOrDefault(date, Day.EMPTY));
        return next.equals(Day.EMPTY) ? days.minus(date) : days.plus(date, next);
    }
}

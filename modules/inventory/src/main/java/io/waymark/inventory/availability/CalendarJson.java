package io.waymark.inventory.availability;

import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.http.ProblemException;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of the calendar in the JSON of the API. */
final class CalendarJson {

    private static final int CHANGES = 400;
    private static final int LONGEST_REASON = 500;
    private static final int LARGEST = 100_000;
    private static final int LONGEST_STAY = 365;

    private CalendarJson() {}

    /** All changes of one request. */
    record Changes(@Nullable List<Change> changes, @Nullable String reason) {

        ChangeCalendar command() {
            if (changes == null || changes.isEmpty() || changes.size() > CHANGES) {
                throw ProblemException.invalid("/changes", "takes 1 to " + CHANGES + " changes");
            }
            if (reason != null && reason.length() > LONGEST_REASON) {
                throw ProblemException.invalid("/reason", "takes at most " + LONGEST_REASON + " characters");
            }
            List<CalendarChange> checked = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                checked.add(changes.get(i).checked("/changes/" + i));
            }
            return new ChangeCalendar(checked);
        }

        /** From the first to the last date that is changed, as far as one answer goes. */
        DateRange dates(int longest) {
            List<CalendarChange> all = command().changes();
            LocalDate from = all.stream()
                    .map(change -> change.dates().from())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate to = all.stream()
                    .map(change -> change.dates().to())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate last = from.plusDays(longest);
            return new DateRange(from, to.isBefore(last) ? to : last);
        }
    }

    /** New values for a range of dates. */
    record Change(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer capacity,
            @Nullable Integer allowance,
            @Nullable Boolean closed,
            @Nullable Integer minStay,
            @Nullable Boolean closedToArrival,
            @Nullable Boolean closedToDeparture) {

        CalendarChange checked(String pointer) {
            if (from == null || to == null || !from.isBefore(to)) {
                throw ProblemException.invalid(
                        pointer + "/to", "takes a date after from; the last date is not included");
            }
            requireWithin(pointer + "/capacity", capacity, LARGEST);
            requireWithin(pointer + "/allowance", allowance, LARGEST);
            requireWithin(pointer + "/minStay", minStay, LONGEST_STAY);
            return new CalendarChange(
                    new DateRange(from, to), capacity, allowance, closed, minStay, closedToArrival, closedToDeparture);
        }
    }

    private static void requireWithin(String pointer, @Nullable Integer value, int largest) {
        if (value != null && (value < 0 || value > largest)) {
            throw ProblemException.invalid(pointer, "takes 0 to " + largest);
        }
    }
}

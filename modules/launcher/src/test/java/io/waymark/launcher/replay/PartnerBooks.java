package io.waymark.launcher.replay;

import io.waymark.kernel.DateRange;
import io.waymark.launcher.replay.schedule.StepKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a partner has on its books: every room is sold once, every command carried out once, and in a legal order. */
final class PartnerBooks {

    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final Map<String, Sold> sold = new HashMap<>();
    private final Map<String, Map<LocalDate, Integer>> offered = new HashMap<>();
    private final Map<String, Map<LocalDate, Integer>> occupied = new HashMap<>();
    private final Set<String> commands = new HashSet<>();

    /** What became of a command. */
    enum Verdict {
        CREATED,
        DONE,
        UNKNOWN,
        SOLD_OUT
    }

    /** Something that happened to a booking, with what was agreed by it. */
    record Entry(StepKind kind, Instant at, @Nullable Content content) {}

    /** What a booking says. */
    record Content(
            String roomTypeId,
            DateRange nights,
            List<Integer> guests,
            long totalMinor,
            @Nullable String meal,
            @Nullable String country,
            List<String> sale,
            int specialRequests,
            int parkingSpaces,
            @Nullable String remarks) {}

    private record Sold(String roomTypeId, DateRange nights) {}

    synchronized void offer(String roomTypeId, DateRange nights, int rooms) {
        Map<LocalDate, Integer> calendar = offered.computeIfAbsent(roomTypeId, absent -> new HashMap<>());
        nights.dates().forEach(date -> calendar.put(date, rooms));
    }

    synchronized boolean knows(String booking) {
        return entries.containsKey(booking);
    }

    synchronized Verdict carryOut(String command, String booking, Entry entry) {
        if (commands.contains(command)) {
            return Verdict.DONE;
        }
        if (entry.kind() == StepKind.BOOKED) {
            Content content = java.util.Objects.requireNonNull(entry.content());
            if (!sell(booking, content)) {
                return Verdict.SOLD_OUT;
            }
        } else if (!entries.containsKey(booking)) {
            return Verdict.UNKNOWN;
        }
        commands.add(command);
        entries.computeIfAbsent(booking, absent -> new ArrayList<>()).add(entry);
        if (entry.kind() == StepKind.CANCELLED) {
            release(booking);
        }
        return entry.kind() == StepKind.BOOKED ? Verdict.CREATED : Verdict.DONE;
    }

    synchronized Map<String, List<Entry>> entries() {
        Map<String, List<Entry>> copy = new HashMap<>();
        entries.forEach((booking, list) -> copy.put(booking, List.copyOf(list)));
        return copy;
    }

    private boolean sell(String booking, Content content) {
        Map<LocalDate, Integer> rooms = occupied.computeIfAbsent(content.roomTypeId(), absent -> new HashMap<>());
        Map<LocalDate, Integer> calendar = offered.getOrDefault(content.roomTypeId(), Map.of());
        boolean fits =
                content.nights().dates().allMatch(date -> rooms.getOrDefault(date, 0) < calendar.getOrDefault(date, 0));
        if (fits) {
            content.nights().dates().forEach(date -> rooms.merge(date, 1, Integer::sum));
            sold.put(booking, new Sold(content.roomTypeId(), content.nights()));
        }
        return fits;
    }

    private void release(String booking) {
        Sold rooms = sold.remove(booking);
        if (rooms != null) {
            Map<LocalDate, Integer> nights = occupied.getOrDefault(rooms.roomTypeId(), new HashMap<>());
            rooms.nights().dates().forEach(date -> nights.merge(date, -1, Integer::sum));
        }
    }
}

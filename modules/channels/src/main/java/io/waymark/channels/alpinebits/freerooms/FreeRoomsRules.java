package io.waymark.channels.alpinebits.freerooms;

import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Period;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Count;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.CountType;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Entry;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The standard's rules for FreeRooms, beyond what the schema can say. Pure. */
public final class FreeRoomsRules {

    private FreeRoomsRules() {}

    /** Everything that is wrong with the message; empty where it can be carried out. */
    public static List<Violation> violations(FreeRooms message) {
        List<Violation> found = new ArrayList<>(message.hotel().violations());
        if (message.reset()) {
            return found;
        }
        List<Entry> seasons =
                message.entries().stream().filter(Entry::closingSeason).toList();
        List<Entry> availabilities = message.entries().stream()
                .filter(entry -> !entry.closingSeason())
                .toList();
        seasons.forEach(season -> season(message, season, found));
        availabilities.forEach(availability -> availability(availability, found));
        onTop(message.entries(), found);
        mixed(availabilities, found);
        found.addAll(Period.overlaps(seasons, season -> "closing seasons", FreeRoomsRules::period));
        found.addAll(Period.overlaps(availabilities, FreeRoomsRules::name, FreeRoomsRules::period));
        openWhileClosed(seasons, availabilities, found);
        return List.copyOf(found);
    }

    private static void season(FreeRooms message, Entry season, List<Violation> found) {
        @Nullable Scope scope = season.scope();
        if (scope == null) {
            return;
        }
        if (!message.completeSet()) {
            found.add(Violation.value("closing seasons can only be sent in a CompleteSet"));
        }
        if (scope.roomTypeCode() != null || scope.roomCode() != null) {
            found.add(Violation.value("a closing season is for the whole house: no InvTypeCode or InvCode"));
        }
        if (season.counts() != null) {
            found.add(Violation.value("a closing season has no InvCounts"));
        }
        found.addAll(Period.violations("a closing season", scope.start(), scope.end()));
    }

    private static void availability(Entry entry, List<Violation> found) {
        @Nullable Scope scope = entry.scope();
        if (scope == null) {
            found.add(Violation.missing("an Inventory needs a StatusApplicationControl;"
                    + " only a CompleteSet that resets everything has one empty Inventory"));
            return;
        }
        if (scope.roomTypeCode() == null) {
            found.add(new Violation(OtaError.INVALID_ROOM_TYPE, "StatusApplicationControl needs an InvTypeCode"));
        }
        found.addAll(Period.violations(name(entry), scope.start(), scope.end()));
        counts(entry, scope, found);
    }

    private static void counts(Entry entry, Scope scope, List<Violation> found) {
        @Nullable List<Count> counts = entry.counts();
        if (counts == null) {
            return;
        }
        Set<CountType> seen = EnumSet.noneOf(CountType.class);
        for (Count count : counts) {
            if (!seen.add(count.type())) {
                found.add(Violation.value(
                        name(entry) + " has CountType " + count.type().code() + " more than once"));
            }
        }
        if (scope.roomCode() != null && counts.stream().mapToLong(Count::rooms).sum() > 1) {
            found.add(Violation.value(name(entry) + " is one room and cannot count as more"));
        }
    }

    private static void onTop(List<Entry> entries, List<Violation> found) {
        boolean below = false;
        for (Entry entry : entries) {
            if (entry.closingSeason() && below) {
                found.add(Violation.value("closing seasons must stand before all other Inventory elements"));
                return;
            }
            below = below || !entry.closingSeason();
        }
    }

    private static void mixed(List<Entry> availabilities, List<Violation> found) {
        boolean rooms = false;
        boolean categories = false;
        for (Entry entry : availabilities) {
            @Nullable Scope scope = entry.scope();
            if (scope != null) {
                rooms |= scope.roomCode() != null;
                categories |= scope.roomCode() == null;
            }
        }
        if (rooms && categories) {
            found.add(Violation.value("a message is about categories or about distinct rooms, not about both"));
        }
    }

    private static void openWhileClosed(List<Entry> seasons, List<Entry> availabilities, List<Violation> found) {
        for (Entry season : seasons) {
            @Nullable Period closed = period(season);
            for (Entry entry : availabilities) {
                @Nullable Period open = period(entry);
                if (closed != null && open != null && closed.overlaps(open) && entry.count(CountType.BOOKABLE) > 0) {
                    found.add(Violation.dates(
                            name(entry) + " is bookable " + open + ", in the closing season " + closed));
                }
            }
        }
    }

    private static @Nullable Period period(Entry entry) {
        @Nullable Scope scope = entry.scope();
        return scope == null ? null : scope.period();
    }

    private static String name(Entry entry) {
        @Nullable Scope scope = entry.scope();
        if (scope == null) {
            return "an empty Inventory";
        }
        return scope.roomCode() == null ? "category " + scope.roomTypeCode() : "room " + scope.roomCode();
    }
}

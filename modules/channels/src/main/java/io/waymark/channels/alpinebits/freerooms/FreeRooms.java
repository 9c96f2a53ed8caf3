package io.waymark.channels.alpinebits.freerooms;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OTA_HotelInvCountNotifRQ: what is bookable when.
 *
 * @param completeSet whether what is not mentioned is not bookable; otherwise it stays as it is
 */
public record FreeRooms(boolean completeSet, HotelReference hotel, List<Entry> entries) {

    public FreeRooms {
        entries = List.copyOf(entries);
    }

    /** Whether the message takes everything off sale: a complete set of nothing. */
    public boolean reset() {
        return completeSet && entries.size() == 1 && entries.getFirst().empty();
    }

    /**
     * One Inventory element: a closing season, or the availability of a category or room in some days.
     *
     * @param scope null where the element is empty
     * @param counts null where no InvCounts are given: nothing is bookable then
     */
    public record Entry(@Nullable Scope scope, @Nullable List<Count> counts) {

        public Entry {
            counts = counts == null ? null : List.copyOf(counts);
        }

        boolean empty() {
            return scope == null && counts == null;
        }

        boolean closingSeason() {
            return scope != null && scope.allRooms();
        }

        /** How many rooms of that kind the entry has; 0 where it does not say. */
        public int count(CountType type) {
            return counts == null
                    ? 0
                    : counts.stream()
                            .filter(count -> count.type() == type)
                            .mapToInt(Count::rooms)
                            .sum();
        }
    }

    /**
     * StatusApplicationControl: what an entry is about.
     *
     * @param roomTypeCode the category
     * @param roomCode a distinct room of the category
     * @param allRooms whether the whole house is meant, which is closed then
     */
    public record Scope(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable String roomTypeCode,
            @Nullable String roomCode,
            boolean allRooms) {

        @Nullable
        Period period() {
            return Period.of(start, end);
        }
    }

    /** A number of rooms of a kind. */
    public record Count(CountType type, int rooms) {}

    /** OpenTravel's INV. */
    public enum CountType {
        BOOKABLE("2"),
        OUT_OF_ORDER("6"),
        OUT_OF_MARKET("9");

        private final String code;

        CountType(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static CountType of(String code) {
            for (CountType type : values()) {
                if (type.code.equals(code)) {
                    return type;
                }
            }
            throw new IllegalStateException("the schema knows no CountType " + code);
        }
    }
}

package io.waymark.sandbox.door;

import io.waymark.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of the OTA: batches of changes with a result for each, in the manner of the large ones.
 *
 * <p>Periods are from the first date to the last but one, {@code to} excluded. {@code message} numbers the messages of one
 * room type; a date keeps what the highest number said.
 */
final class OtaJson {

    private OtaJson() {}

    /** How many rooms may be sold when. */
    record Rooms(long message, List<RoomsItem> items) {
        Rooms {
            items = List.copyOf(items);
        }
    }

    record RoomsItem(LocalDate from, LocalDate to, int rooms) {}

    /** Prices and rules. */
    record Terms(long message, List<TermsItem> items) {
        Terms {
            items = List.copyOf(items);
        }
    }

    record TermsItem(
            LocalDate from,
            LocalDate to,
            @Nullable Money price,
            int minStay,
            boolean closedToArrival,
            boolean closedToDeparture) {}

    /** What became of each item. */
    record Results(List<Result> results) {
        Results {
            results = List.copyOf(results);
        }
    }

    /**
     * @param status {@code accepted} or {@code rejected}
     */
    record Result(int index, String status, @Nullable String reason) {}

    /** What the OTA has. */
    record Held(List<HeldDay> days) {
        Held {
            days = List.copyOf(days);
        }
    }

    record HeldDay(
            LocalDate date,
            int rooms,
            @Nullable Money price,
            int minStay,
            boolean closedToArrival,
            boolean closedToDeparture) {}
}

package io.waymark.launcher.replay.source;

import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the file: a reservation of one room, as it was in the end.
 *
 * @param remoteId the same for the same row of any file, and another for each of several equal rows
 * @param nights from arrival to planned departure; empty for day use
 * @param total adr times nights: what the stay was worth
 * @param meal BB, HB, FB or SC; the data's "Undefined" is SC, as its authors say
 * @param country ISO 3166 alpha-2
 * @param changes how often it was changed between booking and arrival or cancellation
 * @param endedOn the day of departure, cancellation or no-show
 */
public record Reservation(
        String remoteId,
        Hotel hotel,
        LocalDate bookedOn,
        DateRange nights,
        Party party,
        Rooms rooms,
        Money total,
        Sale sale,
        String meal,
        @Nullable String country,
        int changes,
        int specialRequests,
        int parkingSpaces,
        Ending ending,
        LocalDate endedOn) {

    public LocalDate arrival() {
        return nights.from();
    }

    public LocalDate departure() {
        return nights.to();
    }

    /** The room type that was sold and the one that the guest got, by letter. */
    public record Rooms(String reserved, String assigned) {}

    /** Who sold the room to whom, on which terms. */
    public record Sale(
            String channel,
            String market,
            String customerType,
            String depositType,
            @Nullable String agent,
            @Nullable String company) {}
}

package io.waymark.booking;

import io.waymark.events.booking.BookingDetails;
import io.waymark.inventory.Enforcement;

/** What follows from how a booking was sold. */
final class Sales {

    private Sales() {}

    /** What a channel has sold under the calendar that it had stands; what we sell obeys the calendar that we have. */
    static Enforcement enforcement(BookingDetails details) {
        return details.sale().connection() == null ? Enforcement.ENFORCE : Enforcement.CAPACITY_ONLY;
    }
}

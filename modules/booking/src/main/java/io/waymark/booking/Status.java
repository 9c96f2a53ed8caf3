package io.waymark.booking;

/** The state of a booking in one word, as the API, the read model, the search index and the warehouse say it. */
public final class Status {

    private Status() {}

    public static String of(Booking booking) {
        return switch (booking) {
            case Booking.None none -> "none";
            case Booking.Requested requested -> "requested";
            case Booking.Held held -> "held";
            case Booking.Confirming confirming -> "held";
            case Booking.Confirmed confirmed -> "confirmed";
            case Booking.Changing changing -> "changing";
            case Booking.Cancelled cancelled -> "cancelled";
            case Booking.Refused refused -> "refused";
            case Booking.Expired expired -> "expired";
            case Booking.CheckedIn checkedIn -> "checked-in";
            case Booking.CheckedOut checkedOut -> "checked-out";
            case Booking.NoShow noShow -> "no-show";
        };
    }
}

package io.waymark.pipeline.jobs.booking;

/** Where a booking stands, by the names that everyone uses. */
enum BookingStatus {
    REQUESTED("requested"),
    HELD("held"),
    CONFIRMED("confirmed"),
    CHANGING("changing"),
    CANCELLED("cancelled"),
    REFUSED("refused"),
    EXPIRED("expired"),
    CHECKED_IN("checked-in"),
    CHECKED_OUT("checked-out"),
    NO_SHOW("no-show");

    private final String label;

    BookingStatus(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

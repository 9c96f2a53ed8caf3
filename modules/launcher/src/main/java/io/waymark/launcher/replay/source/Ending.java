package io.waymark.launcher.replay.source;

/** How a reservation ended, as the column {@code reservation_status} says. */
public enum Ending {
    STAYED,
    CANCELLED,
    NO_SHOW;

    static Ending of(String status) {
        return switch (status) {
            case "Check-Out" -> STAYED;
            case "Canceled" -> CANCELLED;
            case "No-Show" -> NO_SHOW;
            default ->
                throw new WrongValue("reservation_status is \"" + status + "\", not Check-Out, Canceled or No-Show");
        };
    }
}

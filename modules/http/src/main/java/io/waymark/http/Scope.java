package io.waymark.http;

import java.util.Arrays;
import java.util.Optional;

/** What a credential may be allowed. Every route asks for one; whoever lacks it is refused. */
public enum Scope {
    BOOKINGS_READ("bookings:read"),
    BOOKINGS_WRITE("bookings:write"),
    GUESTS_READ("guests:read"),
    INVENTORY_READ("inventory:read"),
    INVENTORY_WRITE("inventory:write"),
    CHANNELS_READ("channels:read"),
    CHANNELS_WRITE("channels:write"),
    INSIGHTS_READ("insights:read"),
    /** To have forecasts learned anew. */
    INSIGHTS_WRITE("insights:write"),
    SYSTEM_READ("system:read"),
    /** To say when something really happened, for the replay of real data. */
    HISTORY_BACKDATE("history:backdate");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The scope of this text; empty for one that a later release knows. */
    public static Optional<Scope> parse(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}

package io.waymark.pipeline.search;

import java.util.List;

/**
 * Words that a search box may offer.
 *
 * @param input what is offered as soon as its beginning is typed
 */
public record Suggestion(List<String> input, Contexts contexts) {

    /** Offers {@code text} to searchers of this tenant. */
    public static Suggestion of(String tenant, Kind kind, String text) {
        return new Suggestion(List.of(text), new Contexts(List.of(tenant), List.of(kind.label)));
    }

    /** Whom it is offered to, and what it is. */
    public record Contexts(List<String> tenant, List<String> kind) {}

    /** What the words stand for. */
    public enum Kind {
        BOOKING("booking"),
        PROPERTY("property"),
        CHANNEL("channel"),
        MARKET("market"),
        COUNTRY("country"),
        ROOM_TYPE("roomType");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }
}

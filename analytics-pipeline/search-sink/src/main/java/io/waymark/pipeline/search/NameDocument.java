package io.waymark.pipeline.search;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A name that a search box may offer as soon as its beginning is typed: one document for each name, not for each booking
 * that bears it.
 *
 * @param value what the filter of that kind takes
 */
public record NameDocument(String tenant, Kind kind, String text, String value) {

    /** What the name stands for. */
    public enum Kind {
        PROPERTY("property"),
        CHANNEL("channel"),
        MARKET("market"),
        COUNTRY("country"),
        ROOM_TYPE("roomType");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @JsonValue
        public String label() {
            return label;
        }
    }
}

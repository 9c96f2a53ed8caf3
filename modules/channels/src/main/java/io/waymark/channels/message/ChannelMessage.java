package io.waymark.channels.message;

import io.waymark.kernel.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message between a channel and us, and what was answered.
 *
 * @param id {@code chm_…}
 * @param action the parameter, such as {@code OTA_HotelResNotif:GuestRequests}; empty where none could be read
 * @param httpStatus 0 where no answer came
 * @param remoteIds the reservations that it names
 * @param errorCode OpenTravel's code of the first error or warning
 * @param reason of the first error or warning
 * @param bytes of the document
 * @param occurredAt when it happened in the business, where a replay says so
 */
public record ChannelMessage(
        String id,
        Tenant tenant,
        String connection,
        Direction direction,
        String action,
        @Nullable String hotelCode,
        List<String> remoteIds,
        Outcome outcome,
        int httpStatus,
        @Nullable String errorCode,
        @Nullable String reason,
        long bytes,
        Duration duration,
        Instant occurredAt,
        Instant receivedAt,
        String requestId) {

    public ChannelMessage {
        remoteIds = List.copyOf(remoteIds);
    }

    /** Who sent it. */
    public enum Direction {
        /** The channel, to us. */
        IN("in"),
        /** We, to the channel. */
        OUT("out");

        private final String text;

        Direction(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** How a message went. */
    public enum Outcome {
        /** Carried out. */
        SUCCESS("success"),
        /** Carried out, with something to know. */
        ADVISORY("advisory"),
        /** Carried out in part, or with a remark. */
        WARNING("warning"),
        /** Nothing was carried out. */
        ERROR("error"),
        /** No action was reached. */
        REFUSED("refused");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}

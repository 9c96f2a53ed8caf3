package io.waymark.channels.partner;

import io.waymark.channels.connection.Outbound;
import io.waymark.channels.sync.ChannelSync.Mapping;
import io.waymark.channels.sync.ChannelSync.Outgoing;
import io.waymark.events.channels.ChannelSyncEvent.Failure;
import io.waymark.kernel.DateRange;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A channel as a server: takes what may be sold. Every call ends within the connection's time limit and never fails. */
public interface Partner {

    /** What came of a message. */
    sealed interface Delivered {

        /** The channel has it, less what it would not take. */
        record Taken(Set<LocalDate> rejected, @Nullable String reason) implements Delivered {
            public Taken {
                rejected = Set.copyOf(rejected);
            }
        }

        /**
         * The channel has not acknowledged it.
         *
         * @param retryAfter how long it asks us to wait; null where it does not say
         * @param mayComeLate whether it may still arrive, and would then count
         */
        record Failed(
                Failure failure, String reason, @Nullable Duration retryAfter, boolean mayComeLate)
                implements Delivered {}
    }

    /**
     * A message that was sent, for the record.
     *
     * @param action what it asks for, in the protocol's words
     * @param httpStatus 0 where no answer came
     */
    record Sent(Delivered delivered, String action, int httpStatus, long bytes) {}

    /** Sends the message. */
    CompletionStage<Sent> send(Outbound outbound, Mapping mapping, Outgoing message);

    /** Asks what the channel has, where its protocol lets us; no date is there that it does not have. */
    Optional<CompletionStage<SortedMap<LocalDate, Integer>>> rooms(Outbound outbound, Mapping mapping, DateRange dates);
}

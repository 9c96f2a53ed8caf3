package io.waymark.channels.sync;

import io.waymark.channels.sync.ChannelSync.Mapping;
import io.waymark.events.channels.ChannelSyncEvent.Failure;
import io.waymark.runtime.entity.ClusterMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of the sync of one room type with one channel. */
public sealed interface ChannelSyncCommand extends ClusterMessage {

    /**
     * These dates may have changed: tell the channel what it does not know yet.
     *
     * @param offers what may be sold now
     * @param again dates to be told even if the channel acknowledged the same before, because it sold of them since
     */
    record Offer(Mapping mapping, SortedMap<LocalDate, DayOffer> offers, Set<LocalDate> again)
            implements ChannelSyncCommand {
        public Offer {
            offers = Collections.unmodifiableSortedMap(new TreeMap<>(offers));
            again = Set.copyOf(again);
        }
    }

    /** The channel has the message, less what it would not take; from the step. */
    record Acknowledge(
            long number, Set<LocalDate> rejected, @Nullable String reason) implements ChannelSyncCommand {
        public Acknowledge {
            rejected = Set.copyOf(rejected);
        }
    }

    /**
     * The message was not acknowledged; from the step.
     *
     * @param retryAfter how long the channel asks us to wait; null where it does not say
     * @param lateAfter how long the message may still be on its way; null where it cannot be
     * @param jitter per mille of the back-off's random half
     */
    record Fail(
            long number,
            Failure failure,
            String reason,
            @Nullable Duration retryAfter,
            @Nullable Duration lateAfter,
            int jitter)
            implements ChannelSyncCommand {}

    /** The channel says what it has: rooms by date, for every date in question that it has at all. */
    record Report(Set<LocalDate> asked, SortedMap<LocalDate, Integer> rooms) implements ChannelSyncCommand {
        public Report {
            asked = Set.copyOf(asked);
            rooms = Collections.unmodifiableSortedMap(new TreeMap<>(rooms));
        }
    }
}

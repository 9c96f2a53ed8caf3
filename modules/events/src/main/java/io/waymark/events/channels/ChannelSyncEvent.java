package io.waymark.events.channels;

import io.waymark.events.Event;
import io.waymark.events.EventName;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a channel is told about one room type, and what it makes of that. */
public sealed interface ChannelSyncEvent extends Event {

    /** The room type is sold over the connection from now on. */
    @EventName("channels.sync-opened.v1")
    record SyncOpened(String connection, String propertyId, String hotelCode, String roomTypeId, String roomTypeCode)
            implements ChannelSyncEvent {}

    /**
     * A message is to be sent: how many rooms may be sold when.
     *
     * @param number of the message; every message of a connection and room type has the next one
     * @param offeredAt by our clock
     */
    @EventName("channels.rooms-offered.v1")
    record RoomsOffered(long number, Instant offeredAt, List<OfferedRooms> rooms) implements ChannelSyncEvent {

        public RoomsOffered {
            rooms = List.copyOf(rooms);
        }
    }

    /**
     * A message is to be sent: at which price and under which rules.
     *
     * @param offeredAt by our clock
     */
    @EventName("channels.terms-offered.v1")
    record TermsOffered(long number, Instant offeredAt, List<OfferedTerms> terms) implements ChannelSyncEvent {

        public TermsOffered {
            terms = List.copyOf(terms);
        }
    }

    /**
     * The channel has taken the message.
     *
     * @param rejected dates of the message that it would not take
     * @param reason why it would not
     */
    @EventName("channels.message-acknowledged.v1")
    record MessageAcknowledged(
            long number, List<DateRange> rejected, @Nullable String reason) implements ChannelSyncEvent {

        public MessageAcknowledged {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * The message did not reach the channel, or it is not known whether it did; what waited behind it is not sent either.
     *
     * @param retryAt when the dates may be offered again, at their values then
     * @param doubtfulUntil until when the message may still reach the channel, behind later ones; absent where it cannot
     */
    @EventName("channels.message-failed.v1")
    record MessageFailed(
            long number,
            Failure failure,
            String reason,
            Instant retryAt,
            @Nullable Instant doubtfulUntil) implements ChannelSyncEvent {}

    /** The channel says that it has something else than it acknowledged. */
    @EventName("channels.divergence-found.v1")
    record DivergenceFound(List<DivergedDate> dates) implements ChannelSyncEvent {

        public DivergenceFound {
            dates = List.copyOf(dates);
        }
    }

    /** Why a message was not acknowledged. */
    enum Failure {
        /** Nobody knows whether it arrived: no answer, or one that cannot be read. */
        UNKNOWN,
        /** The channel said no. */
        DECLINED,
        /** The channel wants fewer messages a second. */
        LIMITED,
        /** There was no way to the channel; it cannot have arrived. */
        UNREACHABLE
    }

    /** So many rooms on each of these dates. */
    record OfferedRooms(DateRange dates, int rooms) {}

    /**
     * Price and rules of each of these dates.
     *
     * @param price of a room for the night; absent where we have none
     * @param minStay fewest nights of a stay that arrives on the date; 0 for no limit
     */
    record OfferedTerms(
            DateRange dates, @Nullable Money price, int minStay, boolean closedToArrival, boolean closedToDeparture) {}

    /** A date with what the channel had acknowledged and what it says it has. */
    record DivergedDate(LocalDate date, int acknowledged, int reported) {}
}

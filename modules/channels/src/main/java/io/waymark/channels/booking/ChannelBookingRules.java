package io.waymark.channels.booking;

import io.waymark.channels.booking.ChannelBooking.Applying;
import io.waymark.channels.booking.ChannelBooking.Dossier;
import io.waymark.channels.booking.ChannelBooking.Refusal;
import io.waymark.channels.booking.ChannelBooking.Settled;
import io.waymark.channels.booking.ChannelBooking.Unknown;
import io.waymark.channels.booking.ChannelBookingCommand.GiveUp;
import io.waymark.channels.booking.ChannelBookingCommand.Receive;
import io.waymark.channels.booking.ChannelBookingCommand.Settle;
import io.waymark.events.channels.ChannelBookingEvent;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.ReservationApplied;
import io.waymark.events.channels.ChannelBookingEvent.ReservationReceived;
import io.waymark.events.channels.ChannelBookingEvent.ReservationRefused;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.kernel.Ids;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Rules;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a channel booking.
 *
 * <p>A revision that was carried over before, or that is older than one that was, changes nothing and is acknowledged:
 * the channel must stop sending it. A refused revision is not remembered as seen: sent again it is tried again, because
 * by then a room may be free. A cancellation that comes first leaves a mark, so that the reservation it overtook does not
 * come to life.
 */
final class ChannelBookingRules implements Rules<ChannelBooking, ChannelBookingCommand, ChannelBookingEvent> {

    @Override
    public ChannelBooking empty() {
        return new Unknown();
    }

    @Override
    public Decision<ChannelBookingEvent> decide(ChannelBooking state, ChannelBookingCommand command, Moment moment) {
        return switch (command) {
            case Receive receive -> receive(state, receive);
            case Settle settle -> awaited(state, settle.revision(), applied(settle));
            case GiveUp giveUp -> awaited(state, giveUp.revision(), refused(giveUp));
        };
    }

    @Override
    public ChannelBooking evolve(ChannelBooking state, ChannelBookingEvent event, Instant occurredAt) {
        return switch (event) {
            case ReservationReceived received ->
                new Applying(afterReceiving(dossier(state), received), received, occurredAt);
            case ReservationApplied applied -> {
                Applying applying = applying(state, event);
                yield new Settled(carriedOver(applying), applying.received(), null, occurredAt);
            }
            case ReservationRefused refused -> {
                Applying applying = applying(state, event);
                yield new Settled(
                        applying.dossier(),
                        applying.received(),
                        new Refusal(refused.revision(), refused.code(), refused.detail()),
                        occurredAt);
            }
        };
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("channel-booking", "1");
    }

    private static Decision<ChannelBookingEvent> receive(ChannelBooking state, Receive receive) {
        Dossier dossier = dossier(state);
        if (dossier.has(receive.revision()) || dossier.isLate(receive.revision())) {
            return Decision.unchanged();
        }
        if (books(receive.kind()) && receive.details() == null) {
            return Decision.refuse(ProblemCode.INVALID, "a reservation that is not cancelled needs its details");
        }
        return Decision.accept(new ReservationReceived(
                receive.connection(),
                receive.remoteId(),
                receive.revision(),
                receive.kind(),
                bookingId(dossier, receive.firstBookingId()),
                receive.details(),
                receive.inquiry()));
    }

    /** Whether a room is wanted. */
    static boolean books(Kind kind) {
        return switch (kind) {
            case NEW, MODIFIED -> true;
            case CANCELLED, REQUESTED -> false;
        };
    }

    /** The live booking, or the next one: a booking that was called off or refused never comes back to life. */
    private static String bookingId(Dossier dossier, String first) {
        @Nullable String live = dossier.live();
        if (live != null) {
            return live;
        }
        return dossier.attempts() == 0 ? first : Ids.derived("bkg", first, Integer.toString(dossier.attempts()));
    }

    private static Dossier afterReceiving(Dossier dossier, ReservationReceived received) {
        boolean places = books(received.kind()) && dossier.live() == null;
        return places ? dossier.tried() : dossier;
    }

    private static Dossier carriedOver(Applying applying) {
        ReservationReceived received = applying.received();
        @Nullable
        String live = switch (received.kind()) {
            case NEW, MODIFIED -> received.bookingId();
            case CANCELLED -> null;
            case REQUESTED -> applying.dossier().live();
        };
        return applying.dossier().carriedOver(received.revision(), received.kind(), live);
    }

    private static Decision<ChannelBookingEvent> awaited(
            ChannelBooking state, Revision revision, ChannelBookingEvent outcome) {
        return switch (state) {
            case Unknown unknown -> Decision.refuse(ProblemCode.CONFLICT, "no revision is being applied");
            case Applying applying when applying.received().revision().equals(revision) -> Decision.accept(outcome);
            case Applying other -> Decision.refuse(ProblemCode.CONFLICT, "another revision is being applied");
            case Settled settled -> Decision.unchanged();
        };
    }

    private static ChannelBookingEvent applied(Settle settle) {
        return new ReservationApplied(settle.revision(), settle.bookingRevision());
    }

    private static ChannelBookingEvent refused(GiveUp giveUp) {
        return new ReservationRefused(
                giveUp.revision(),
                giveUp.problem().code().slug(),
                giveUp.problem().detail());
    }

    private static Dossier dossier(ChannelBooking state) {
        return switch (state) {
            case Unknown unknown -> Dossier.EMPTY;
            case Applying applying -> applying.dossier();
            case Settled settled -> settled.dossier();
        };
    }

    private static Applying applying(ChannelBooking state, ChannelBookingEvent event) {
        if (state instanceof Applying applying) {
            return applying;
        }
        throw new IllegalStateException(event + " cannot follow " + state);
    }
}

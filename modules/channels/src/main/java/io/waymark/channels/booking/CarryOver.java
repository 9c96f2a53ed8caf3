package io.waymark.channels.booking;

import io.waymark.channels.booking.ChannelBooking.Applying;
import io.waymark.channels.booking.ChannelBookingCommand.GiveUp;
import io.waymark.channels.booking.ChannelBookingCommand.Settle;
import io.waymark.channels.port.Reservations;
import io.waymark.channels.port.Reservations.Outcome;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.channels.ChannelBookingEvent.ReservationReceived;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Steps;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The step of a channel booking: makes our booking what the received revision says. */
final class CarryOver implements Steps<ChannelBooking, ChannelBookingCommand> {

    private final Reservations reservations;

    CarryOver(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public boolean pending(ChannelBooking state) {
        return state instanceof Applying;
    }

    @Override
    public CompletionStage<ChannelBookingCommand> carryOut(ChannelBooking state, Origin origin) {
        Applying applying = (Applying) state;
        ReservationReceived received = applying.received();
        return call(applying, origin).thenApply(outcome -> switch (outcome) {
            case Outcome.Done done -> new Settle(received.revision(), done.revision());
            case Outcome.Refused refused -> new GiveUp(received.revision(), refused.problem());
        });
    }

    private CompletionStage<Outcome> call(Applying applying, Origin origin) {
        ReservationReceived received = applying.received();
        @Nullable String live = applying.dossier().live();
        return switch (received.kind()) {
            case NEW, MODIFIED -> book(received, live, origin);
            case CANCELLED -> live == null ? nothingToDo() : reservations.cancel(live, origin);
            case REQUESTED -> nothingToDo();
        };
    }

    private CompletionStage<Outcome> book(ReservationReceived received, @Nullable String live, Origin origin) {
        BookingDetails details = Objects.requireNonNull(received.details(), "the rules want details");
        return live == null
                ? reservations.place(received.bookingId(), details, origin)
                : reservations.change(live, received.revision().digest(), details, origin);
    }

    private static CompletionStage<Outcome> nothingToDo() {
        return CompletableFuture.completedFuture(new Outcome.Done(0));
    }
}

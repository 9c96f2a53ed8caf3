package io.waymark.channels.port;

import io.waymark.booking.Booking;
import io.waymark.booking.BookingCommand;
import io.waymark.booking.BookingCommand.Book;
import io.waymark.booking.BookingCommand.Cancel;
import io.waymark.booking.BookingCommand.Change;
import io.waymark.booking.Refusals;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.kernel.Problem;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The bookings of the module of that name. */
public record BookingReservations(Entities<Booking, BookingCommand> bookings) implements Reservations {

    @Override
    public CompletionStage<Outcome> place(String bookingId, BookingDetails details, Origin origin) {
        return bookings.ask(bookingId, new Book(details, Confirmation.NOW), origin)
                .thenApply(reply -> outcome(reply, null));
    }

    @Override
    public CompletionStage<Outcome> change(String bookingId, String changeId, BookingDetails details, Origin origin) {
        return bookings.ask(bookingId, new Change(changeId, details), origin)
                .thenApply(reply -> outcome(reply, changeId));
    }

    @Override
    public CompletionStage<Outcome> cancel(String bookingId, Origin origin) {
        return bookings.ask(bookingId, new Cancel(null), origin).thenApply(reply -> switch (reply) {
            case Reply.Refused<Booking>(Problem problem, long revision) -> new Outcome.Refused(problem);
            case Reply.Done<Booking> done -> new Outcome.Done(done.revision());
        });
    }

    private static Outcome outcome(Reply<Booking> reply, @Nullable String changeId) {
        return switch (reply) {
            case Reply.Refused<Booking>(Problem problem, long revision) -> new Outcome.Refused(problem);
            case Reply.Done<Booking> done ->
                Refusals.of(done.state(), changeId)
                        .<Outcome>map(Outcome.Refused::new)
                        .orElseGet(() -> new Outcome.Done(done.revision()));
        };
    }
}

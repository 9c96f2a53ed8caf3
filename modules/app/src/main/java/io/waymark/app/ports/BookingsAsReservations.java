package io.waymark.app.ports;

import io.waymark.booking.Booking;
import io.waymark.booking.BookingCommand;
import io.waymark.booking.BookingCommand.Book;
import io.waymark.booking.BookingCommand.Cancel;
import io.waymark.booking.BookingCommand.Change;
import io.waymark.booking.Refusals;
import io.waymark.channels.port.Reservations;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.kernel.Problem;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Bookings as channels see them: a refusal of any kind is a refusal, whether it was recorded or not. */
public final class BookingsAsReservations implements Reservations {

    private final Entities<Booking, BookingCommand> bookings;

    public BookingsAsReservations(Entities<Booking, BookingCommand> bookings) {
        this.bookings = bookings;
    }

    @Override
    public CompletionStage<Outcome> place(String bookingId, BookingDetails details, Origin origin) {
        return ask(bookingId, new Book(details, Confirmation.NOW), null, origin);
    }

    @Override
    public CompletionStage<Outcome> change(
            String bookingId, String changeId, BookingDetails details, Origin origin) {
        return ask(bookingId, new Change(changeId, details), changeId, origin);
    }

    @Override
    public CompletionStage<Outcome> cancel(String bookingId, Origin origin) {
        return ask(bookingId, new Cancel(null), null, origin);
    }

    private CompletionStage<Outcome> ask(
            String bookingId, BookingCommand command, @Nullable String changeId, Origin origin) {
        return bookings.ask(bookingId, command, origin).thenApply(reply -> switch (reply) {
            case Reply.Refused<Booking>(Problem problem, long revision) -> new Outcome.Refused(problem);
            case Reply.Done<Booking> done -> outcome(done, changeId);
        });
    }

    private static Outcome outcome(Reply.Done<Booking> done, @Nullable String changeId) {
        Optional<Problem> refused = Refusals.of(done.state(), changeId);
        return refused.isPresent() ? new Outcome.Refused(refused.get()) : new Outcome.Done(done.revision());
    }
}

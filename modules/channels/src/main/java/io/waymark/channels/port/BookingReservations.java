package io.waymark.channels.port;

import io.waymark.booking.Booking;
import io.waymark.booking.Booking.RefusedChange;
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
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The bookings of the module of that name. */
public record BookingReservations(Entities<Booking, BookingCommand> bookings) implements Reservations {

    @Override
    public CompletionStage<Outcome> place(String bookingId, BookingDetails details, Origin origin) {
        return bookings.ask(bookingId, new Book(details, Confirmation.NOW), origin)
                .thenApply(reply -> switch (reply) {
                    case Reply.Refused<Booking>(Problem problem, long revision) -> new Outcome.Refused(problem);
                    case Reply.Done<Booking> done
                    when done.state() instanceof Booking.Refused refused ->
                        new Outcome.Refused(Refusals.problem(refused.refusal()));
                    case Reply.Done<Booking> done -> new Outcome.Done(done.revision());
                });
    }

    @Override
    public CompletionStage<Outcome> change(String bookingId, String changeId, BookingDetails details, Origin origin) {
        return bookings.ask(bookingId, new Change(changeId, details), origin).thenApply(reply -> switch (reply) {
            case Reply.Refused<Booking>(Problem problem, long revision) -> new Outcome.Refused(problem);
            case Reply.Done<Booking> done ->
                refused(done.state(), changeId)
                        .<Outcome>map(refused -> new Outcome.Refused(Refusals.problem(refused.refusal())))
                        .orElseGet(() -> new Outcome.Done(done.revision()));
        });
    }

    @Override
    public CompletionStage<Outcome> cancel(String bookingId, Origin origin) {
        return bookings.ask(bookingId, new Cancel(null), origin).thenApply(reply -> switch (reply) {
            case Reply.Refused<Booking>(Problem problem, long revision) -> new Outcome.Refused(problem);
            case Reply.Done<Booking> done -> new Outcome.Done(done.revision());
        });
    }

    private static Optional<RefusedChange> refused(Booking booking, String changeId) {
        return booking.known()
                .flatMap(facts -> Optional.ofNullable(facts.refusedChange()))
                .filter(refused -> refused.changeId().equals(changeId));
    }
}

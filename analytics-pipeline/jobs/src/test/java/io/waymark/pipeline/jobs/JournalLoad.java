package io.waymark.pipeline.jobs;

import io.waymark.events.Event;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.ConfirmationRequested;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.events.booking.BookingEvent.GuestCheckedOut;
import io.waymark.events.booking.BookingEvent.RoomsReleased;
import io.waymark.pipeline.source.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fills a journal with many bookings, to measure the pipeline by hand: {@code JournalLoad <jdbc-url> <bookings> [tables]}.
 * The figures of docs/decisions come from it.
 */
final class JournalLoad {

    private static final int DAYS = 600;
    private static final int BATCH = 500;

    private JournalLoad() {}

    public static void main(String[] arguments) throws SQLException {
        Database database = new Database(arguments[0] + "?reWriteBatchedInserts=true", "waymark", "");
        Journal journal = new Journal(database);
        if (arguments.length > 2) {
            journal.createTables();
            journal.append(Stories.propertyEntity(), Stories.house("Hotel Chiado"));
        }
        int bookings = Integer.parseInt(arguments[1]);
        try (Connection connection = database.connect("load")) {
            connection.setAutoCommit(false);
            for (int number = 1; number <= bookings; number++) {
                journal.append(connection, Stories.bookingEntity(number), story(number));
                if (number % BATCH == 0) {
                    connection.commit();
                }
            }
            connection.commit();
        }
    }

    /** Every third booking is cancelled, the others stay for one to seven nights. */
    private static Event[] story(int number) {
        LocalDate arrival = Stories.ARRIVAL.plusDays(number % DAYS);
        int nights = 1 + number % 7;
        List<Event> events = new ArrayList<>();
        events.add(Stories.requested(
                Stories.details(10_000L * nights + number % 97, Stories.stay(1, Stories.DOUBLE, arrival, nights))));
        Collections.addAll(events, Stories.held(), new ConfirmationRequested(), Stories.confirmed());
        if (number % 3 == 0) {
            Collections.addAll(events, new BookingCancelled(null), new RoomsReleased());
        } else {
            Collections.addAll(events, new GuestCheckedIn("DBL", "PT"), new GuestCheckedOut(arrival.plusDays(nights)));
        }
        return events.toArray(Event[]::new);
    }
}

package io.waymark.launcher.verify;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.BookingConfirmed;
import io.waymark.events.booking.BookingEvent.BookingExpired;
import io.waymark.events.booking.BookingEvent.BookingHeld;
import io.waymark.events.booking.BookingEvent.BookingRefused;
import io.waymark.events.booking.BookingEvent.BookingRequested;
import io.waymark.events.booking.BookingEvent.ChangeRefused;
import io.waymark.events.booking.BookingEvent.ChangeRequested;
import io.waymark.events.booking.BookingEvent.ConfirmationRequested;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.events.booking.BookingEvent.GuestCheckedOut;
import io.waymark.events.booking.BookingEvent.NoShowRecorded;
import io.waymark.events.booking.BookingEvent.RoomsReleased;
import io.waymark.launcher.verify.JournalScan.Row;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every booking counted again from its events, on purpose without the code that wrote or projected them: two independent
 * readings that agree.
 */
final class BookingRecount implements JournalScan.Reader {

    private final Map<String, BookingFacts> facts = new HashMap<>();
    private final Map<String, BookingFacts> beforeChange = new HashMap<>();

    @Override
    public void read(Row row) {
        if (row.envelope().isPresent() && row.envelope().get().data() instanceof BookingEvent event) {
            String key = row.persistenceId().substring(row.persistenceId().indexOf('|') + 1);
            facts.put(key, after(key, facts.get(key), event).at(row.revision()));
        }
    }

    /** What each booking is, by {@code ten_…:bkg_…}. */
    Map<String, BookingFacts> facts() {
        return facts;
    }

    private BookingFacts after(String key, @Nullable BookingFacts before, BookingEvent event) {
        if (event instanceof BookingRequested requested) {
            return facts("requested", requested.details());
        }
        if (before == null) {
            throw new IllegalStateException(key + " does not begin with a request");
        }
        return switch (event) {
            case BookingRequested again -> throw new IllegalStateException(key + " was requested twice");
            case BookingHeld held -> before.in("held");
            case ConfirmationRequested requested -> before.in("held");
            case BookingConfirmed confirmed -> before.in("confirmed");
            case BookingRefused refused -> before.in("refused");
            case BookingExpired expired -> before.in("expired");
            case ChangeRequested requested -> {
                beforeChange.put(key, before);
                yield before.in("changing");
            }
            // A guest who is here may have the stay changed, and is still here then.
            case BookingChanged changed -> facts(settled(key, before).status(), changed.details());
            case ChangeRefused refused -> settled(key, before);
            case BookingCancelled cancelled -> before.in("cancelled");
            case GuestCheckedIn checkedIn -> before.in("checked-in");
            case GuestCheckedOut checkedOut -> before.in("checked-out");
            case NoShowRecorded noShow -> before.in("no-show");
            case RoomsReleased released -> before;
        };
    }

    private BookingFacts settled(String key, BookingFacts before) {
        return before.status().equals("changing") ? beforeChange.getOrDefault(key, before) : before;
    }

    private static BookingFacts facts(String status, BookingDetails details) {
        return new BookingFacts(
                0,
                status,
                details.arrival(),
                details.departure(),
                details.total().amountMinor(),
                details.total().currency().getCurrencyCode());
    }
}

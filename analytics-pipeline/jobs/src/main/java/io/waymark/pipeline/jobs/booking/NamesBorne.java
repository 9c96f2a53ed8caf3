package io.waymark.pipeline.jobs.booking;

import io.waymark.pipeline.jobs.names.NameDocuments;
import io.waymark.pipeline.search.NameDocument;
import io.waymark.pipeline.search.NameDocument.Kind;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.stream.Countries;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Channels, markets and countries that this task has met in bookings. They are told again after every restart, and when too
 * many are remembered, which changes nothing.
 */
final class NamesBorne {

    private static final int REMEMBERED_AT_MOST = 50_000;

    /** Such a name is never given to something else. */
    private static final long ONLY_VERSION = 1;

    private final Set<NameDocument> told = new HashSet<>();

    /** Tells each name of the booking that was not told before. */
    void newIn(FoldedBooking booking, Consumer<SearchDocument> out) {
        Agreed agreed = booking.agreed();
        tell(booking, Kind.CHANNEL, agreed.sale().channel(), agreed.sale().channel(), out);
        tell(booking, Kind.MARKET, agreed.sale().market(), agreed.sale().market(), out);
        @Nullable String country = agreed.country();
        tell(booking, Kind.COUNTRY, country == null ? null : Countries.name(country), country, out);
    }

    private void tell(
            FoldedBooking booking,
            Kind kind,
            @Nullable String text,
            @Nullable String value,
            Consumer<SearchDocument> out) {
        if (text == null || value == null || text.isBlank()) {
            return;
        }
        NameDocument name = new NameDocument(booking.tenant(), kind, text, value);
        if (told.size() >= REMEMBERED_AT_MOST) {
            told.clear();
        }
        if (told.add(name)) {
            out.accept(NameDocuments.of(name, value, ONLY_VERSION, booking.mark()));
        }
    }
}

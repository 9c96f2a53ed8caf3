package io.waymark.launcher.verify;

import io.waymark.launcher.Settings;
import io.waymark.launcher.verify.Check.Tally;
import io.waymark.launcher.verify.JournalScan.Row;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was acknowledged, as those have written it down who were told, with the journal and with every copy of it:
 * nothing lost, nothing doubled.
 */
public final class Promises {

    private final Settings settings;
    private final Map<String, Promise> promises;

    /** Promises by {@code ten_…:bkg_…}. */
    public Promises(Settings settings, Map<String, Promise> promises) {
        this.settings = settings;
        this.promises = Map.copyOf(promises);
    }

    /** The journal event by event; read model, warehouse and search by what the booking is in the end. */
    public List<Check> checks() throws SQLException, IOException, InterruptedException {
        Events events = new Events();
        BookingRecount recount = new BookingRecount();
        List<Check> checks = new ArrayList<>();
        try (Connection journal = Verification.connect(settings, "waymark");
                Connection warehouse = Verification.connect(settings, "warehouse")) {
            JournalScan.run(journal, List.of(events, recount));
            checks.add(kept(events.byBooking));
            checks.add(standing("acknowledged = journal", recount.facts()));
            checks.add(standing("acknowledged = read model", Copies.readModel(journal)));
            checks.add(standing("acknowledged = warehouse", Copies.warehouse(warehouse)));
            checks.add(standing("acknowledged = search", Copies.search(settings.elasticsearchUrl())));
        }
        return checks;
    }

    private Check kept(Map<String, Map<String, Integer>> journal) {
        Tally tally = new Tally("acknowledged: nothing lost, nothing doubled");
        promises.forEach((booking, promise) -> {
            Map<String, Integer> found = journal.getOrDefault(booking, Map.of());
            promise.told().forEach((event, times) -> {
                tally.compared();
                int there = found.getOrDefault(event, 0);
                int most = times + (promise.unclear().contains(event) ? 1 : 0);
                if (there < times || there > most) {
                    tally.differs("%s: %s was acknowledged %d times and is there %d times"
                            .formatted(booking, event, times, there));
                }
            });
        });
        return tally.check();
    }

    private Check standing(String name, Map<String, BookingFacts> copy) {
        Tally tally = new Tally(name);
        promises.forEach((booking, promise) -> {
            if (promise.status() == null) {
                return;
            }
            tally.compared();
            @Nullable BookingFacts found = copy.get(booking);
            if (found == null || !found.status().equals(promise.status())) {
                tally.differs("%s: acknowledged as %s, found as %s"
                        .formatted(booking, promise.status(), found == null ? "nothing" : found.status()));
            }
        });
        return tally.check();
    }

    /** How often each event has happened to each booking. */
    private static final class Events implements JournalScan.Reader {

        private static final String BOOKING = "Booking|";

        private final Map<String, Map<String, Integer>> byBooking = new HashMap<>();

        @Override
        public void read(Row row) {
            if (row.persistenceId().startsWith(BOOKING)) {
                byBooking
                        .computeIfAbsent(row.persistenceId().substring(BOOKING.length()), booking -> new HashMap<>())
                        .merge(row.name().replaceFirst("[.]v[0-9]+$", ""), 1, Integer::sum);
            }
        }
    }
}

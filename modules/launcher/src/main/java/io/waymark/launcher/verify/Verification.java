package io.waymark.launcher.verify;

import io.waymark.launcher.Settings;
import io.waymark.launcher.verify.Check.Tally;
import io.waymark.launcher.verify.InventoryRecount.RoomDate;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All checks, one after the other. */
public final class Verification {

    private static final String USER = "waymark";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Settings settings;
    private final Consumer<String> progress;

    public Verification(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Runs all checks until none finds a difference, or until copies have had long enough to catch up. */
    public List<Check> within(Duration limit) throws SQLException, IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        List<Check> checks = run();
        while (!checks.stream().allMatch(Check::clean) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            checks = run();
        }
        return checks;
    }

    /** The result of every check, in the order in which they were made. */
    public List<Check> run() throws SQLException, IOException, InterruptedException {
        HashChains chains = new HashChains();
        BookingRecount bookings = new BookingRecount();
        InventoryRecount inventory = new InventoryRecount();
        List<Check> checks = new ArrayList<>();
        try (Connection journal = connect("waymark");
                Connection warehouse = connect("warehouse")) {
            progress.accept("Reading the journal");
            JournalScan.run(journal, List.of(chains, bookings, inventory));
            checks.add(chains.check());
            checks.add(inventory.check());
            progress.accept("Comparing the read models");
            checks.add(compare("bookings: read model = journal", bookings.facts(), Copies.readModel(journal)));
            checks.add(compare("availability: read model = journal", counted(inventory), Copies.inventory(journal)));
            progress.accept("Comparing the warehouse");
            checks.add(compare("bookings: warehouse = journal", bookings.facts(), Copies.warehouse(warehouse)));
            checks.add(quality(warehouse));
            progress.accept("Comparing the search index");
            checks.add(compare(
                    "bookings: search = journal", bookings.facts(), Copies.search(settings.elasticsearchUrl())));
            checks.add(settled(journal));
        }
        return checks;
    }

    /** Compares a copy with the journal, both ways: nothing missing, nothing else, nothing different. */
    static <K, V> Check compare(String name, Map<K, V> journal, Map<K, V> copy) {
        Tally tally = new Tally(name);
        journal.forEach((key, expected) -> {
            tally.compared();
            @Nullable V found = copy.get(key);
            if (!Objects.equals(expected, found)) {
                tally.differs(key + ": journal says " + expected + ", copy says " + found);
            }
        });
        copy.keySet().stream()
                .filter(key -> !journal.containsKey(key))
                .forEach(key -> tally.differs(key + " is not in the journal"));
        return tally.check();
    }

    private static Map<RoomDate, String> counted(InventoryRecount inventory) {
        Map<RoomDate, String> days = new HashMap<>();
        inventory.days().forEach((date, day) -> {
            days.put(date, Copies.text(day.capacity, day.allowance, day.sold, day.held));
        });
        return days;
    }

    private static Check quality(Connection warehouse) throws SQLException {
        Tally tally = new Tally("data quality of the warehouse");
        Map<String, String> views = new TreeMap<>();
        try (PreparedStatement select =
                        warehouse.prepareStatement("select name, violations_view from warehouse.data_quality_check");
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                views.put(result.getString(1), result.getString(2));
            }
        }
        for (Map.Entry<String, String> view : views.entrySet()) {
            tally.compared();
            // The name comes out of our own migration; format %I quotes it all the same.
            try (PreparedStatement count = warehouse.prepareStatement("select count(*) from warehouse."
                            + warehouse.createStatement().enquoteIdentifier(view.getValue(), false));
                    ResultSet result = count.executeQuery()) {
                result.next();
                if (result.getLong(1) > 0) {
                    tally.differs(view.getKey() + ": " + result.getLong(1) + " rows");
                }
            }
        }
        return tally.check();
    }

    private static Check settled(Connection journal) throws SQLException {
        Tally tally = new Tally("no entity owes a step for more than a minute");
        try (PreparedStatement select = journal.prepareStatement(
                        "select persistence_id from pending_step where since < clock_timestamp() - interval '1 minute'");
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                tally.differs(result.getString(1));
            }
        }
        return tally.check();
    }

    private Connection connect(String database) throws SQLException {
        return connect(settings, database);
    }

    static Connection connect(Settings settings, String database) throws SQLException {
        return DriverManager.getConnection(settings.databaseUrl(database), USER, "");
    }
}

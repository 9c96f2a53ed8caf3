package io.waymark.launcher.bench.freshness;

import com.google.errorprone.annotations.FormatMethod;
import io.waymark.launcher.Settings;
import io.waymark.launcher.bench.BenchHouse;
import io.waymark.launcher.bench.load.Answers;
import io.waymark.launcher.bench.load.ClosedLoop;
import io.waymark.launcher.bench.load.OpenLoop;
import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.demo.DemoAccess;
import io.waymark.launcher.demo.MasterKey;
import io.waymark.launcher.demo.Secrets;
import io.waymark.launcher.parts.PartKind;
import io.waymark.launcher.parts.Stack;
import io.waymark.servers.Folders;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark bench freshness}. */
@Command(
        name = "freshness",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells how soon a durable command is seen in search and warehouse under load, how fast a backlog is worked",
            "off, and whether anything is missing afterwards."
        })
public final class FreshnessBench implements Callable<Integer> {

    private static final int CONNECTIONS = 64;
    private static final int HALF_LOAD = 50;

    /** Bookings begun between two steps of one. */
    private static final long APART = 5_000;

    private static final int LIVES_AT_ONCE = 20_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rate-percent",
            split = ",",
            defaultValue = "20,50,80",
            description = "Loads, in percent of the highest rate of durable commands. Default: 20,50,80.")
    private List<Integer> percents = List.of();

    @Option(names = "--backlog", paramLabel = "EVENTS", defaultValue = "1000000", description = "Default: 1000000.")
    private long backlog;

    @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "45", description = "Default: 45.")
    private int warmUp;

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long each load runs before it is watched. Default: 30.")
    private int settle;

    @Option(names = "--seconds", defaultValue = "30", description = "Length of a measurement. Default: 30.")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Settings settings = Settings.ofThisProcess().beside("bench-freshness");
        Folders.delete(settings.data());
        Secrets secrets = new Secrets(new SecureRandom(), InstantSource.system());
        String masterKey = MasterKey.readOrMake(settings, secrets);
        Demo demo = Demo.readOrMake(settings, secrets);
        BenchHouse house = new BenchHouse(demo);
        // The house is opened with the read models running, which the commands are then measured without.
        Stack preparing = Stack.start(settings, 1, Set.of(PartKind.POSTGRES, PartKind.NODE), masterKey, Map.of());
        try (preparing) {
            DemoAccess.grant(settings, demo);
            house.open();
        }
        Map<String, String> lean = Map.of("WAYMARK_ROLES", "entities", "WAYMARK_NODE_HEAP", "1g");
        Set<PartKind> parts = Set.of(PartKind.POSTGRES, PartKind.ELASTICSEARCH, PartKind.NODE, PartKind.FLINK);
        boolean complete;
        try (Stack stack = Stack.start(settings, 1, parts, masterKey, lean);
                Copies copies = new Copies(settings, demo.tenant())) {
            complete = measure(settings, stack, copies, house);
        }
        return complete ? 0 : 1;
    }

    private boolean measure(Settings settings, Stack stack, Copies copies, BenchHouse house)
            throws IOException, InterruptedException, SQLException {
        InetSocketAddress node = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.httpPort());
        ChangeRequests changes = new ChangeRequests(house);
        double highest = highestRate(stack, node, changes);
        List<Load> loads = loads(stack, node, changes, copies, highest);
        Drain drain = drain(stack, node, house, copies);
        Map<String, Long> journal = copies.journalRevisions();
        Comparison warehouse = Comparison.of(journal, copies.warehouseRevisions());
        Comparison search = Comparison.of(journal, copies.searchRevisions());
        tell("compared   %,d bookings; warehouse %s; search %s", journal.size(), warehouse, search);
        PlainCopy.Loaded copied = PlainCopy.run(settings);
        tell(
                "yardstick  plain copy of the warehouse's %,d rows without indexes: %,.0f rows/s",
                copied.rows(), copied.perSecond());
        report(highest, loads, drain, copied, journal.size(), warehouse.total() + search.total());
        return warehouse.total() + search.total() == 0;
    }

    /** Durable commands a second while nothing else runs: the pipeline rests. */
    private double highestRate(Stack stack, InetSocketAddress node, ChangeRequests changes) throws IOException {
        stack.stop("flink");
        try (ClosedLoop load = new ClosedLoop(node, CONNECTIONS)) {
            good(load.run(ChangeRequests.BOOKINGS, changes.bookings()));
            tell("warm-up    %s", good(load.run(Duration.ofSeconds(warmUp), changes)));
            Answers answers = good(load.run(Duration.ofSeconds(seconds), changes));
            tell("commands   %s", answers);
            return answers.perSecond();
        }
    }

    private List<Load> loads(Stack stack, InetSocketAddress node, ChangeRequests changes, Copies copies, double highest)
            throws IOException, SQLException, InterruptedException {
        Drain warmUpOfThePipeline = Drain.measure(stack, copies, copies.journalEvents());
        tell(
                "pipeline   first %,d events in %.0f s",
                warmUpOfThePipeline.events(), seconds(warmUpOfThePipeline.search()));
        List<Load> loads = new ArrayList<>();
        try (OpenLoop loop = new OpenLoop(node, CONNECTIONS)) {
            for (int percent : percents.stream().sorted().toList()) {
                Load load = Load.measure(
                        percent,
                        highest,
                        Duration.ofSeconds(settle),
                        Duration.ofSeconds(seconds),
                        loop,
                        changes,
                        copies);
                loads.add(load);
                tell(
                        "load %2d %%  %,.0f commands/s; seen in the warehouse after p50 %.0f ms, p99 %.0f ms; in search after p50 %.0f ms, p99 %.0f ms",
                        percent,
                        load.perSecond(),
                        load.warehouse().p50Millis(),
                        load.warehouse().p99Millis(),
                        load.search().p50Millis(),
                        load.search().p99Millis());
            }
        }
        return loads;
    }

    private Drain drain(Stack stack, InetSocketAddress node, BenchHouse house, Copies copies)
            throws IOException, SQLException, InterruptedException {
        stack.stop("flink");
        long before = copies.journalEvents();
        long waiting = 0;
        BookingLives lives = new BookingLives(house, "lives", APART);
        try (ClosedLoop load = new ClosedLoop(node, CONNECTIONS)) {
            while (waiting < backlog) {
                Answers answers = good(load.run(LIVES_AT_ONCE, lives));
                waiting = copies.journalEvents() - before;
                tell("backlog    %,d events; %s", waiting, answers);
            }
        }
        stack.stop("node-1");
        Drain drain = Drain.measure(stack, copies, waiting);
        tell(
                "drain      %,d events; warehouse in %.1f s (%,.0f/s), search in %.1f s (%,.0f/s); CPU an event: %s",
                drain.events(),
                seconds(drain.warehouse()),
                drain.warehousePerSecond(),
                seconds(drain.search()),
                drain.searchPerSecond(),
                drain.cpu().stream()
                        .map(cpu -> String.format(Locale.ROOT, "%s %.0f µs", cpu.process(), cpu.microsAnEvent()))
                        .collect(Collectors.joining(", ")));
        return drain;
    }

    private void report(
            double highest, List<Load> loads, Drain drain, PlainCopy.Loaded copied, long bookings, long missing) {
        Load half = loads.stream()
                .min(Comparator.comparingInt(load -> Math.abs(load.percent() - HALF_LOAD)))
                .orElseThrow(() -> new ServerFailure("Name at least one load."));
        tell(
                """
                {"commandsPerSecond":%.0f,"searchP99Millis":%.0f,"warehouseP99Millis":%.0f,"loads":[%s],\
                "backlogEvents":%d,"warehouseDrainPerSecond":%.0f,"searchDrainPerSecond":%.0f,"bookingsCompared":%d,\
                "missing":%d,"plainCopyRowsPerSecond":%.0f}""",
                highest,
                half.search().p99Millis(),
                half.warehouse().p99Millis(),
                loads.stream().map(FreshnessBench::json).collect(Collectors.joining(",")),
                drain.events(),
                drain.warehousePerSecond(),
                drain.searchPerSecond(),
                bookings,
                missing,
                copied.perSecond());
    }

    private static String json(Load load) {
        return String.format(
                Locale.ROOT,
                """
                {"ratePercent":%d,"commandsPerSecond":%.0f,"searchP50Millis":%.0f,"searchP99Millis":%.0f,\
                "warehouseP50Millis":%.0f,"warehouseP99Millis":%.0f}""",
                load.percent(),
                load.perSecond(),
                load.search().p50Millis(),
                load.search().p99Millis(),
                load.warehouse().p50Millis(),
                load.warehouse().p99Millis());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static Answers good(Answers answers) {
        if (answers.bad() > 0) {
            throw new ServerFailure("Not every command was taken: " + answers);
        }
        return answers;
    }

    @FormatMethod
    private void tell(String line, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, line, values));
        out.flush();
    }
}

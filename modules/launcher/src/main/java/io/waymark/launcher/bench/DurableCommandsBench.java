package io.waymark.launcher.bench;

import io.waymark.kernel.Ids;
import io.waymark.launcher.Settings;
import io.waymark.launcher.bench.load.Answers;
import io.waymark.launcher.bench.load.ClosedLoop;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark bench durable-commands}. */
@Command(
        name = "durable-commands",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "PUTs bookings over HTTP to a node of its own and compares, in turn, with single-row inserts by pgbench on the",
            "same PostgreSQL server."
        })
final class DurableCommandsBench implements Callable<Integer> {

    private enum What {
        /** PUT /v1/bookings/{id}/changes/{change}: one command, one event. */
        CHANGE,
        /** PUT /v1/bookings/{id}: a new booking whose room is sold, three events of two entities. */
        SALE
    }

    private static final int BOOKINGS = 10_000;
    private static final Set<PartKind> PARTS = Set.of(PartKind.POSTGRES, PartKind.NODE);

    @Spec
    private CommandSpec spec;

    @Option(names = "--command", defaultValue = "change", description = "change or sale. Default: change.")
    private What what = What.CHANGE;

    @Option(names = "--connections", defaultValue = "64", description = "Default: 64.")
    private int connections;

    @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "60", description = "Default: 60.")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "30", description = "Length of a measurement. Default: 30.")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "5", description = "Default: 5.")
    private int rounds;

    @Option(
            names = "--roles",
            defaultValue = "entities",
            description = {
                "What the node does beside answering: entities,projections keeps the read models too.",
                "Default: entities."
            })
    private String roles = "entities";

    private long number;

    /** One round: commands and inserts of the same minute, and the CPU time of a command in microseconds. */
    private record Round(double commands, double inserts, double nodeMicros, double postgresMicros) {
        double ratio() {
            return commands / inserts;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = Settings.ofThisProcess().beside("bench");
        Folders.delete(settings.data());
        Secrets secrets = new Secrets(new SecureRandom(), InstantSource.system());
        String masterKey = MasterKey.readOrMake(settings, secrets);
        Demo demo = Demo.readOrMake(settings, secrets);
        BenchHouse house = new BenchHouse(demo);
        // The house is opened with the read models running, which the commands are then measured without.
        Stack preparing = Stack.start(settings, 1, PARTS, masterKey, Map.of());
        try (preparing) {
            DemoAccess.grant(settings, demo);
            house.open();
        }
        try (Stack stack =
                Stack.start(settings, 1, PARTS, masterKey, Map.of("WAYMARK_ROLES", roles, "WAYMARK_NODE_HEAP", "2g"))) {
            measure(settings, stack, house);
        }
        return 0;
    }

    private void measure(Settings settings, Stack stack, BenchHouse house) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Pgbench pgbench = new Pgbench(settings, connections);
        List<Round> measured = new ArrayList<>();
        try (ClosedLoop load = new ClosedLoop(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.httpPort()), connections)) {
            Supplier<byte[]> requests = requests(house, load);
            tell(out, "warm-up    " + good(load.run(Duration.ofSeconds(warmUp), requests)));
            for (int i = 1; i <= rounds; i++) {
                Round round = round(stack, load, requests, pgbench);
                measured.add(round);
                tell(
                        out,
                        String.format(
                                Locale.ROOT,
                                "round %d    %,.0f commands/s, %,.0f inserts/s, ratio %.2f; CPU a command: node %.1f µs, PostgreSQL %.1f µs",
                                i,
                                round.commands(),
                                round.inserts(),
                                round.ratio(),
                                round.nodeMicros(),
                                round.postgresMicros()));
            }
        }
        tell(
                out,
                String.format(
                        Locale.ROOT,
                        """
                {"command":"%s","ratio":%.3f,"commandsPerSecond":%.0f,"insertsPerSecond":%.0f,"nodeMicros":%.1f,"postgresMicros":%.1f}""",
                        what.name().toLowerCase(Locale.ROOT),
                        median(measured, Round::ratio),
                        median(measured, Round::commands),
                        median(measured, Round::inserts),
                        median(measured, Round::nodeMicros),
                        median(measured, Round::postgresMicros)));
    }

    private Round round(Stack stack, ClosedLoop load, Supplier<byte[]> requests, Pgbench pgbench)
            throws IOException, InterruptedException {
        long node = stack.process("node-1").pid();
        long postgres = stack.process("postgres").pid();
        Duration nodeBefore = ProcessTime.ofTree(node);
        Duration postgresBefore = ProcessTime.ofTree(postgres);
        Answers answers = good(load.run(Duration.ofSeconds(seconds), requests));
        double nodeMicros = micros(ProcessTime.ofTree(node).minus(nodeBefore), answers);
        double postgresMicros = micros(ProcessTime.ofTree(postgres).minus(postgresBefore), answers);
        double inserts = pgbench.run(Duration.ofSeconds(seconds));
        return new Round(answers.perSecond(), inserts, nodeMicros, postgresMicros);
    }

    private Supplier<byte[]> requests(BenchHouse house, ClosedLoop load) throws IOException {
        return switch (what) {
            case SALE -> () -> house.booking("/v1/bookings/" + booking(number), number++);
            case CHANGE -> {
                good(load.run(BOOKINGS, () -> house.booking("/v1/bookings/" + booking(number), number++)));
                yield () -> {
                    long booking = number % BOOKINGS;
                    String path = "/v1/bookings/" + booking(booking) + "/changes/c" + number;
                    byte[] request = house.change(path, booking, number + 1);
                    number++;
                    return request;
                };
            }
        };
    }

    private static String booking(long number) {
        return Ids.derived("bkg", "bench", Long.toString(number));
    }

    private static Answers good(Answers answers) {
        if (answers.bad() > 0) {
            throw new ServerFailure("Not every command was taken: " + answers);
        }
        return answers;
    }

    private static double micros(Duration used, Answers answers) {
        return used.toNanos() / 1_000.0 / answers.good();
    }

    private static double median(List<Round> rounds, java.util.function.ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void tell(PrintWriter out, Object line) {
        out.println(line);
        out.flush();
    }
}

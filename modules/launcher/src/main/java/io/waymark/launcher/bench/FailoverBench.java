package io.waymark.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.FormatMethod;
import io.waymark.launcher.Settings;
import io.waymark.launcher.bench.FailoverClients.Acknowledged;
import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.demo.DemoAccess;
import io.waymark.launcher.demo.MasterKey;
import io.waymark.launcher.demo.Secrets;
import io.waymark.launcher.parts.PartKind;
import io.waymark.launcher.parts.Stack;
import io.waymark.servers.Folders;
import java.io.PrintWriter;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark bench failover}. */
@Command(
        name = "failover",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Kills one of three nodes again and again while clients change bookings, then restarts all in turn, and tells",
            "how long clients waited and whether anything acknowledged was lost or done twice."
        })
final class FailoverBench implements Callable<Integer> {

    private static final int NODES = 3;
    private static final int CLIENTS = 24;
    private static final int BOOKINGS_EACH = 20;
    private static final long CALM_SECONDS = 4;
    private static final long AFTER_KILL_SECONDS = 10;
    private static final long AFFECTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    @Spec
    private CommandSpec spec;

    @Option(names = "--kills", defaultValue = "20", description = "How often a node is killed. Default: 20.")
    private int kills;

    @Option(
            names = "--rate",
            defaultValue = "400",
            description = "Commands in a second while all is well; 0: as many as are answered. Default: 400.")
    private int rate;

    /** What clients saw of one disturbance: the longest wait, and how many of the commands waited long. */
    private record Seen(double gapMillis, long commands, long affected) {}

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.ofThisProcess().beside("bench-failover");
        Folders.delete(settings.data());
        Secrets secrets = new Secrets(new SecureRandom(), InstantSource.system());
        String masterKey = MasterKey.readOrMake(settings, secrets);
        Demo demo = Demo.readOrMake(settings, secrets);
        List<URI> nodes =
                IntStream.rangeClosed(1, NODES).mapToObj(settings::nodeUrl).toList();
        BenchHouse house = new BenchHouse(demo);
        try (Stack stack = Stack.start(
                        settings,
                        NODES,
                        Set.of(PartKind.POSTGRES, PartKind.NODE),
                        masterKey,
                        Map.of("WAYMARK_NODE_HEAP", "400m"));
                FailoverClients clients = new FailoverClients(house, nodes)) {
            DemoAccess.grant(settings, demo);
            house.open();
            clients.start(CLIENTS, BOOKINGS_EACH, rate);
            measure(stack, clients, house);
        }
        return 0;
    }

    private void measure(Stack stack, FailoverClients clients, BenchHouse house) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Seen> killed = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < kills; i++) {
            String node = "node-" + (i % NODES + 1);
            TimeUnit.SECONDS.sleep(CALM_SECONDS);
            total += clients.taken().size();
            stack.kill(node);
            TimeUnit.SECONDS.sleep(AFTER_KILL_SECONDS);
            stack.restart(node);
            Seen seen = seen(clients.taken());
            total += seen.commands();
            killed.add(seen);
            tell(
                    out,
                    "kill %d of %s: longest wait %.0f ms, %.2f %% of %d commands waited over a second",
                    i + 1,
                    node,
                    seen.gapMillis(),
                    100.0 * seen.affected() / seen.commands(),
                    seen.commands());
        }
        TimeUnit.SECONDS.sleep(2 * CALM_SECONDS);
        total += clients.taken().size();
        double rolling = 0;
        for (int i = 1; i <= NODES; i++) {
            stack.stop("node-" + i);
            stack.restart("node-" + i);
            TimeUnit.SECONDS.sleep(CALM_SECONDS);
            Seen seen = seen(clients.taken());
            total += seen.commands();
            rolling = Math.max(rolling, seen.gapMillis());
            tell(out, "restart of node-%d: longest wait %.0f ms in %d commands", i, seen.gapMillis(), seen.commands());
        }
        clients.finish();
        total += clients.taken().size();
        report(out, killed, rolling, total, clients, house);
    }

    private void report(
            PrintWriter out, List<Seen> killed, double rolling, long total, FailoverClients clients, BenchHouse house) {
        Histogram gaps = new Histogram(3);
        killed.forEach(seen -> gaps.recordValue((long) seen.gapMillis()));
        long commands = killed.stream().mapToLong(Seen::commands).sum();
        long affected = killed.stream().mapToLong(Seen::affected).sum();
        long lost = 0;
        long doubled = 0;
        for (int client = 0; client < CLIENTS; client++) {
            long[] changes = clients.changes().get(client);
            for (int i = 0; i < changes.length; i++) {
                JsonNode booking = house.get("/v1/bookings/" + FailoverClients.booking(client, i));
                // A booking is requested, confirmed and then changed: one event each.
                long events = booking.path("revision").asLong() - 2;
                lost += Math.max(
                        0, changes[i] - booking.at("/total/amountMinor").asLong());
                doubled += Math.max(0, events - changes[i]);
            }
        }
        tell(
                out,
                """
                {"kills":%d,"rate":%d,"gapP99Millis":%d,"gapMedianMillis":%d,"affectedShare":%.4f,"rollingGapMillis":%.0f,\
                "acknowledged":%d,"lost":%d,"doubled":%d}""",
                killed.size(),
                rate,
                gaps.getValueAtPercentile(99),
                gaps.getValueAtPercentile(50),
                commands == 0 ? 0 : (double) affected / commands,
                rolling,
                total,
                lost,
                doubled);
    }

    private static Seen seen(List<Acknowledged> acknowledged) {
        long longest = acknowledged.isEmpty()
                ? 0
                : Collections.max(
                        acknowledged.stream().map(Acknowledged::tookNanos).toList());
        long affected = acknowledged.stream()
                .filter(command -> command.tookNanos() > AFFECTED_NANOS)
                .count();
        return new Seen(longest / 1e6, acknowledged.size(), affected);
    }

    @FormatMethod
    private static void tell(PrintWriter out, String line, Object... values) {
        out.println(String.format(Locale.ROOT, line, values));
        out.flush();
    }
}

package io.waymark.launcher.bench;

import com.google.errorprone.annotations.FormatMethod;
import io.waymark.kernel.Ids;
import io.waymark.launcher.Settings;
import io.waymark.launcher.bench.load.Answers;
import io.waymark.launcher.bench.load.ClosedLoop;
import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.demo.DemoAccess;
import io.waymark.launcher.demo.MasterKey;
import io.waymark.launcher.demo.SandboxChannel;
import io.waymark.launcher.demo.SandboxPassword;
import io.waymark.launcher.demo.Secrets;
import io.waymark.launcher.parts.Json;
import io.waymark.launcher.parts.PartKind;
import io.waymark.launcher.parts.PartSecrets;
import io.waymark.launcher.parts.PartStatus;
import io.waymark.launcher.parts.Stack;
import io.waymark.launcher.parts.StackStatus;
import io.waymark.launcher.replay.ReplaySession;
import io.waymark.launcher.replay.delivery.ReplayOptions;
import io.waymark.launcher.replay.source.BookingFile;
import io.waymark.servers.Folders;
import io.waymark.servers.Readiness;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark bench footprint}. */
@Command(
        name = "footprint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells how long each part of ./waymark up takes to start, how much memory it holds, fresh and after a replay, and",
            "how many bytes a booking costs while its entity lives."
        })
final class FootprintBench implements Callable<Integer> {

    private static final long MEBIBYTE = 1L << 20;
    private static final long MOST_BYTES = 5L << 30;
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration METRICS_LIMIT = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP = 500;
    private static final String SAMPLE = "sample";
    private static final Pattern LIVE_BOOKINGS =
            Pattern.compile("^waymark_entities_live\\{[^}]*entity=\"Booking\"[^}]*} ([0-9.E]+)$", Pattern.MULTILINE);

    /** A node that keeps all of them in memory, for as long as the measurement takes. */
    private static final Map<String, String> ROOMY = Map.of(
            "WAYMARK_ROLES", "entities",
            "WAYMARK_NODE_HEAP", "3g",
            "WAYMARK_LIVE_ENTITIES", "10000000",
            "WAYMARK_IDLE_ENTITY", "1h");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--reservations",
            paramLabel = "FILE",
            defaultValue = SAMPLE,
            description = "What is replayed. Default: the 10,000 that ship with Waymark.")
    private String reservations = SAMPLE;

    @Option(names = "--few", defaultValue = "10000", description = "Live bookings at first. Default: 10,000.")
    private int few;

    @Option(names = "--many", defaultValue = "100000", description = "Live bookings at last. Default: 100,000.")
    private int many;

    private final Map<String, Object> figures = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = Settings.ofThisProcess().beside("bench-footprint");
        Folders.delete(settings.data());
        long largest = parts(settings);
        Folders.delete(settings.data());
        entities(settings);
        tell("%s", Json.text(Map.of("bench", "footprint", "figures", figures)));
        return largest < MOST_BYTES ? 0 : 1;
    }

    /** Everything that {@code up} starts; returns the larger of the two sums. */
    private long parts(Settings settings) throws InterruptedException {
        Secrets secrets = new Secrets(new SecureRandom(), InstantSource.system());
        PartSecrets partSecrets =
                new PartSecrets(MasterKey.readOrMake(settings, secrets), SandboxPassword.readOrMake(settings, secrets));
        Demo demo = Demo.readOrMake(settings, secrets);
        try (Stack stack = Stack.start(settings, 1, EnumSet.allOf(PartKind.class), partSecrets, Map.of())) {
            DemoAccess.grant(settings, demo);
            DemoAccess.grantSandbox(settings, demo, SandboxChannel.OF_THE_DEMO, partSecrets.sandboxPassword());
            Map<String, Duration> startTimes = stack.startTimes();
            TimeUnit.MILLISECONDS.sleep(CALM.toMillis());
            Map<String, Long> fresh = memory(settings);
            replay(settings, demo);
            TimeUnit.MILLISECONDS.sleep(CALM.toMillis());
            Map<String, Long> used = memory(settings);
            tell("%-14s %12s %14s %14s", "part", "start", "fresh", "after replay");
            fresh.forEach((part, bytes) -> {
                double seconds = startTimes.getOrDefault(part, Duration.ZERO).toMillis() / 1_000.0;
                long after = used.getOrDefault(part, 0L);
                tell("%-14s %10.1f s %,10d MiB %,10d MiB", part, seconds, bytes / MEBIBYTE, after / MEBIBYTE);
                figures.put(part, Map.of("startSeconds", seconds, "freshBytes", bytes, "afterReplayBytes", after));
            });
            long before = sum(fresh);
            long after = sum(used);
            tell("%-14s %12s %,10d MiB %,10d MiB", "all", "", before / MEBIBYTE, after / MEBIBYTE);
            figures.put("all", Map.of("freshBytes", before, "afterReplayBytes", after));
            return Math.max(before, after);
        }
    }

    private void replay(Settings settings, Demo demo) throws InterruptedException {
        BookingFile file = reservations.equals(SAMPLE) ? BookingFile.SAMPLE : BookingFile.at(Path.of(reservations));
        PrintWriter quiet = new PrintWriter(new StringWriter());
        new ReplaySession(settings, demo, URI.create(demo.baseUrl()), quiet, false).run(file, ReplayOptions.USUAL);
    }

    /** Bookings with one room each, confirmed, in the memory of one node that does nothing else. */
    private void entities(Settings settings) throws IOException, InterruptedException {
        Secrets secrets = new Secrets(new SecureRandom(), InstantSource.system());
        String masterKey = MasterKey.readOrMake(settings, secrets);
        Demo demo = Demo.readOrMake(settings, secrets);
        BenchHouse house = new BenchHouse(demo);
        Set<PartKind> parts = Set.of(PartKind.POSTGRES, PartKind.NODE);
        // The house is opened with the read models running, which the bookings are then made without.
        Stack preparing = Stack.start(settings, 1, parts, masterKey, Map.of());
        try (preparing) {
            DemoAccess.grant(settings, demo);
            house.open();
        }
        try (Stack stack = Stack.start(settings, 1, parts, masterKey, ROOMY);
                ClosedLoop load = new ClosedLoop(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.httpPort()), CONNECTIONS)) {
            // What a first request loads and fills is no entity's.
            book(load, house, many, many + WARM_UP);
            Live none = live(settings, stack);
            book(load, house, 0, few);
            Live some = live(settings, stack);
            book(load, house, few, many);
            Live all = live(settings, stack);
            told("bytesAtFew", none, some);
            told("bytesAtMany", none, all);
        }
    }

    private static void book(ClosedLoop load, BenchHouse house, int from, int to) throws IOException {
        int[] next = {from};
        Answers answers = load.run((long) to - from, () -> {
            int number = next[0]++;
            String booking = Ids.derived("bkg", "footprint", Integer.toString(number));
            return house.booking("/v1/bookings/" + booking, number);
        });
        if (answers.bad() > 0) {
            throw new ServerFailure("Not every booking was taken: " + answers);
        }
    }

    /** Bookings in memory, and what is alive in the heap with them. */
    private record Live(long bookings, long bytes) {}

    private Live live(Settings settings, Stack stack) {
        long bookings = liveBookings(settings);
        return new Live(bookings, LiveHeap.bytes(stack.process("node-1").pid()));
    }

    private void told(String figure, Live before, Live after) {
        long bookings = after.bookings() - before.bookings();
        double each = (double) (after.bytes() - before.bytes()) / bookings;
        tell(
                "%,d live bookings: %,d MiB of heap, %,.0f bytes each with its rooms' part of the calendar",
                after.bookings(), after.bytes() / MEBIBYTE, each);
        figures.put(figure, Map.of("bookings", after.bookings(), "bytesEach", Math.round(each)));
    }

    private static long liveBookings(Settings settings) {
        HttpClient client = HttpClient.newHttpClient();
        URI metrics = URI.create("http://127.0.0.1:" + settings.managementPort(1) + "/metrics");
        long[] found = {-1};
        Readiness.within(METRICS_LIMIT, () -> true, () -> {
            Readiness.body(client, metrics)
                    .map(LIVE_BOOKINGS::matcher)
                    .filter(Matcher::find)
                    .ifPresent(live -> found[0] = (long) Double.parseDouble(live.group(1)));
            return found[0] >= 0;
        });
        if (found[0] < 0) {
            throw new ServerFailure("The node does not tell how many bookings live in it.");
        }
        return found[0];
    }

    private static Map<String, Long> memory(Settings settings) {
        Map<String, Long> memory = new LinkedHashMap<>();
        for (PartStatus part : StackStatus.ask(settings, null).parts()) {
            Long bytes = part.rssBytes();
            memory.put(part.name(), bytes == null ? 0L : bytes);
        }
        return memory;
    }

    private static long sum(Map<String, Long> memory) {
        return memory.values().stream().mapToLong(Long::longValue).sum();
    }

    @FormatMethod
    private void tell(String line, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, line, values));
        out.flush();
    }
}

package io.waymark.launcher.scenario.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.launcher.Settings;
import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.demo.DemoAccess;
import io.waymark.launcher.demo.MasterKey;
import io.waymark.launcher.demo.SandboxChannel;
import io.waymark.launcher.demo.SandboxPassword;
import io.waymark.launcher.demo.Secrets;
import io.waymark.launcher.parts.Json;
import io.waymark.launcher.parts.PartKind;
import io.waymark.launcher.parts.PartSecrets;
import io.waymark.launcher.parts.Stack;
import io.waymark.launcher.replay.source.BookingFile;
import io.waymark.launcher.scenario.PracticeChannels;
import io.waymark.launcher.scenario.PracticeChannels.Agreement;
import io.waymark.launcher.scenario.PracticeHotel;
import io.waymark.launcher.scenario.Web;
import io.waymark.launcher.verify.Check;
import io.waymark.launcher.verify.Promise;
import io.waymark.launcher.verify.Promises;
import io.waymark.launcher.verify.Verification;
import io.waymark.launcher.verify.VerifyCommand;
import io.waymark.servers.Folders;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark scenario faults}. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Kills nodes, Flink, Elasticsearch, PostgreSQL and the channels' sandbox in random order, fills the database's disk",
            "and moves the nodes' clocks, while reservations are replayed, guests hold and confirm rooms, and two channels sell.",
            "What anybody was told is written down outside. In the end all of it must be there, once, in every copy.",
            "Exit code 0 when it is so, 1 otherwise."
        })
public final class FaultsCommand implements Callable<Integer> {

    private static final int MOST_NODES = 9;
    private static final String SAMPLE = "sample";
    private static final long DISK_GIBIBYTES = 8;
    private static final Duration CATCHING_UP = Duration.ofMinutes(5);
    private static final double SHARE_OF_TIME = 0.8;

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", defaultValue = "15", description = "How long things are broken. Default: 15.")
    private int minutes;

    @Option(names = "--seed", defaultValue = "1", description = "Of the order of the faults. Default: 1.")
    private long seed;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "1", description = "How many nodes. Default: 1.")
    private int nodes;

    @Option(
            names = "--reservations",
            paramLabel = "FILE",
            defaultValue = SAMPLE,
            description = "What is replayed meanwhile. Default: the 10,000 that ship with Waymark.")
    private String reservations = SAMPLE;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "0",
            description = "The most replayed messages in a second. Default: so many that the file lasts.")
    private int rate;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    /** How it ended, as programs read it. */
    record Verdict(
            boolean good,
            long seed,
            List<String> faults,
            long acknowledgedSteps,
            long refusedSteps,
            Map<String, Long> answers,
            List<Check> checks) {}

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (minutes < 1 || nodes < 1 || nodes > MOST_NODES) {
            throw new ServerFailure("Choose at least one minute and 1 to %d nodes.".formatted(MOST_NODES));
        }
        Settings settings = Settings.ofThisProcess().beside("scenario-faults");
        SmallDisk.release(settings.folder("postgres"));
        Folders.delete(settings.data());
        InstantSource clock = InstantSource.system();
        Secrets secrets = new Secrets(new SecureRandom(), clock);
        PartSecrets partSecrets =
                new PartSecrets(MasterKey.readOrMake(settings, secrets), SandboxPassword.readOrMake(settings, secrets));
        Optional<SmallDisk> disk = SmallDisk.mount(settings.folder("postgres"), DISK_GIBIBYTES);
        Optional<NodeClocks> clocks = NodeClocks.in(settings.folder("clocks"));
        Set<FaultKind> kinds = kinds(disk.isPresent(), clocks.isPresent());
        tell("seed %d, %d minutes, faults: %s".formatted(seed, minutes, kinds));
        try (Stack stack = Stack.start(
                settings,
                nodes,
                EnumSet.allOf(PartKind.class),
                partSecrets,
                Map.of(),
                node -> clocks.map(known -> known.environment(node)).orElse(Map.of()))) {
            stack.watch(clock);
            Demo demo = Demo.readOrMake(settings, secrets);
            DemoAccess.grant(settings, demo);
            DemoAccess.grantSandbox(settings, demo, SandboxChannel.OF_A_SCENARIO, partSecrets.sandboxPassword());
            Verdict verdict = play(settings, stack, demo, partSecrets.sandboxPassword(), clock, kinds, disk, clocks);
            print(verdict);
            return verdict.good() ? 0 : 1;
        } finally {
            disk.ifPresent(SmallDisk::close);
        }
    }

    private Set<FaultKind> kinds(boolean disk, boolean clocks) {
        Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
        if (!disk) {
            kinds.remove(FaultKind.DISK_FULL);
            tell(
                    "No disk is filled: a file system of its own can only be mounted by root where there are loop devices.");
        }
        if (!clocks) {
            kinds.removeAll(Set.of(FaultKind.CLOCK_AHEAD, FaultKind.CLOCK_BEHIND));
            tell("No clock is moved: libfaketime is not installed (Debian: apt-get install faketime).");
        }
        return kinds;
    }

    private Verdict play(
            Settings settings,
            Stack stack,
            Demo demo,
            String sandboxPassword,
            InstantSource clock,
            Set<FaultKind> kinds,
            Optional<SmallDisk> disk,
            Optional<NodeClocks> clocks)
            throws InterruptedException, SQLException, IOException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Web house = new Web(client, settings.nodeUrl(1), "Bearer " + demo.adminKey());
        PracticeHotel hotel = new PracticeHotel(
                demo.tenant(), house, PracticeHotel.season(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        PracticeChannels channels =
                new PracticeChannels(hotel, new Web(client, settings.sandboxUrl(), null), clock, this::tell);
        hotel.open();
        hotel.price(new Web(client, settings.nodeUrl(1), basic(sandboxPassword)));
        Duration length = Duration.ofMinutes(minutes);
        RunningReplay replay =
                RunningReplay.of(settings, demo, file(), rate, length.toSeconds() * SHARE_OF_TIME, clock);
        try (Desk desk = new Desk(house, demo.tenant(), clock, seed)) {
            Hammer hammer = new Hammer(stack, disk.orElse(null), clocks.orElse(null), desk);
            FaultsStory story =
                    new FaultsStory(new FaultOrder(kinds, nodes, seed), hammer, desk, channels, seed, this::tell);
            replay.begin();
            List<Strike> strikes = story.play(length);
            replay.end();
            return judge(settings, strikes, desk, replay.record(), channels.agreement());
        }
    }

    private Verdict judge(Settings settings, List<Strike> strikes, Desk desk, ReplayRecord replay, Agreement agreement)
            throws SQLException, IOException, InterruptedException {
        List<Check> checks = new ArrayList<>();
        checks.add(check(
                "every fault is over",
                strikes.size(),
                strikes.stream()
                        .filter(strike -> !strike.over())
                        .map(Strike::toString)
                        .toList()));
        checks.add(new Check("channels: three equal copies", agreement.nights(), agreement.different(), List.of()));
        checks.add(new Check("channels: nothing oversold", agreement.nights(), agreement.oversold(), List.of()));
        checks.add(new Check("channels: sold = house", agreement.nights(), agreement.soldDifferently(), List.of()));
        Map<String, Long> answers = desk.answers();
        checks.add(check(
                "guests: holds and answers as promised",
                answers.values().stream().mapToLong(Long::longValue).sum(),
                desk.oddities()));
        checks.add(check(
                "guests: refused clearly or not at all",
                answers.values().stream().mapToLong(Long::longValue).sum(),
                Answers.unclear(answers).entrySet().stream()
                        .map(unclear -> unclear.getValue() + " times " + unclear.getKey())
                        .toList()));
        checks.add(RecordedTimes.check(settings));
        checks.addAll(new Verification(settings, step -> tell(step + " …")).within(CATCHING_UP));
        Map<String, Promise> promises = new HashMap<>(replay.promises());
        promises.putAll(desk.promises());
        checks.addAll(new Promises(settings, promises).checks());
        return new Verdict(
                checks.stream().allMatch(Check::clean) && replay.accepted() > 0,
                seed,
                strikes.stream().map(Strike::toString).toList(),
                replay.accepted(),
                replay.refused(),
                answers,
                checks);
    }

    private static Check check(String name, long compared, List<String> differences) {
        return new Check(
                name,
                compared,
                differences.size(),
                differences.stream().limit(5).toList());
    }

    private BookingFile file() {
        return reservations.equals(SAMPLE) ? BookingFile.SAMPLE : BookingFile.at(Path.of(reservations));
    }

    private static String basic(String sandboxPassword) {
        String manager = SandboxChannel.OF_A_SCENARIO.getFirst().name() + ":" + sandboxPassword;
        return "Basic " + Base64.getEncoder().encodeToString(manager.getBytes(UTF_8));
    }

    private void tell(String line) {
        if (!json) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }

    private void print(Verdict verdict) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(Map.of("scenario", "faults", "good", verdict.good(), "figures", verdict)));
            return;
        }
        out.printf("%n%s%n", Strike.HEAD);
        verdict.faults().forEach(out::println);
        out.printf("%nGuests at the desk were answered: %s%n", verdict.answers());
        out.printf(
                "The replay was told %,d steps, and %,d no.%n%n", verdict.acknowledgedSteps(), verdict.refusedSteps());
        VerifyCommand.print(out, verdict.checks());
        out.println(verdict.good() ? "All is well." : "Something is wrong.");
        out.flush();
    }
}

package io.waymark.launcher;

import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.demo.DemoAccess;
import io.waymark.launcher.demo.MasterKey;
import io.waymark.launcher.demo.SandboxChannel;
import io.waymark.launcher.demo.SandboxPassword;
import io.waymark.launcher.demo.Secrets;
import io.waymark.launcher.parts.Bringup;
import io.waymark.launcher.parts.RunFolder;
import io.waymark.launcher.parts.Shutdown;
import io.waymark.launcher.replay.ReplaySession;
import io.waymark.launcher.replay.delivery.Passage;
import io.waymark.launcher.replay.delivery.Patience;
import io.waymark.launcher.replay.delivery.ReplayOptions;
import io.waymark.launcher.replay.source.BookingFile;
import io.waymark.servers.Folders;
import io.waymark.servers.ServerFailure;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts PostgreSQL, Elasticsearch, the nodes and Flink, waits until all are ready, prints where they are, and",
            "replays reservations.",
            "Ctrl-C stops all in order; data stay and are there at the next start."
        })
final class UpCommand implements Callable<Integer> {

    private static final int MOST_NODES = 9;
    private static final int INTERRUPTED = 130;
    private static final String SAMPLE = "sample";
    private static final String NOTHING = "none";
    private static final List<String> DATA_FOLDERS =
            List.of("postgres", "elasticsearch", "flink", "sandbox", "run", "replay", "secrets", "logs");

    @Spec
    private CommandSpec spec;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "1", description = "How many nodes. Default: 1.")
    private int nodes;

    @Option(names = "--detach", description = "Return when all is ready and leave it running; ./waymark down stops it.")
    private boolean detach;

    @Option(names = "--fresh", description = "Delete all data and secrets of this data folder first.")
    private boolean fresh;

    @Option(
            names = "--replay",
            paramLabel = "FILE|none",
            defaultValue = SAMPLE,
            description = {
                "Reservations to replay, a CSV file of the hotel booking demand data; a replay that was stopped goes on.",
                "Default: the 10,000 that ship with Waymark."
            })
    private String reservations = SAMPLE;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "0",
            description = "The most messages in a second. Default: as many as are answered.")
    private int rate;

    @Override
    public Integer call() throws InterruptedException {
        checkArguments();
        Settings settings = Settings.ofThisProcess();
        PrintWriter out = spec.commandLine().getOut();
        if (new RunFolder(settings).livingSupervisor().isPresent()) {
            out.println("Waymark is already running here.");
            Demo.read(settings).ifPresent(demo -> Addresses.print(out, settings, demo));
            return 0;
        }
        if (fresh) {
            startOver(settings);
        }
        InstantSource clock = InstantSource.system();
        Secrets secrets = new Secrets(new SecureRandom(), clock);
        MasterKey.readOrMake(settings, secrets);
        String sandboxPassword = SandboxPassword.readOrMake(settings, secrets);
        Ending ending = Ending.atExit(settings, line -> tell(out, line));
        Bringup bringup = new Bringup(settings, clock);
        bringup.run(nodes, line -> tell(out, line));
        Demo demo = Demo.readOrMake(settings, secrets);
        ending.mustWait();
        try {
            loadDemo(settings, demo, sandboxPassword, out);
        } finally {
            ending.mayStop();
        }
        if (ending.hasBegun()) {
            return INTERRUPTED;
        }
        tell(out, "The console: " + demo.consoleUrl());
        if (detach) {
            ending.cancel();
            out.println("It keeps running. ./waymark status shows how it is, ./waymark down stops it.");
            return 0;
        }
        tell(out, "Ctrl-C stops everything; the data stay.");
        bringup.waitForItsEnd();
        throw new ServerFailure("Waymark has ended; see %s.".formatted(settings.log("supervisor")));
    }

    private void checkArguments() {
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new ServerFailure("--nodes is %d: choose 1 to %d.".formatted(nodes, MOST_NODES));
        }
        if (rate < 0) {
            throw new ServerFailure("--rate is %d: choose 0 or more.".formatted(rate));
        }
        if (!reservations.equals(SAMPLE) && !reservations.equals(NOTHING) && !Files.isReadable(Path.of(reservations))) {
            throw new ServerFailure("The file %s of --replay cannot be read.".formatted(reservations));
        }
    }

    private void loadDemo(Settings settings, Demo demo, String sandboxPassword, PrintWriter out)
            throws InterruptedException {
        DemoAccess.grant(settings, demo);
        DemoAccess.grantSandbox(settings, demo, SandboxChannel.OF_THE_DEMO, sandboxPassword);
        Addresses.print(out, settings, demo);
        replay(settings, demo, out);
    }

    private void replay(Settings settings, Demo demo, PrintWriter out) throws InterruptedException {
        if (reservations.equals(NOTHING)) {
            return;
        }
        BookingFile file = reservations.equals(SAMPLE) ? BookingFile.SAMPLE : BookingFile.at(Path.of(reservations));
        new ReplaySession(settings, demo, URI.create(demo.baseUrl()), out, Boolean.getBoolean("waymark.terminal"))
                .run(file, new ReplayOptions(Passage.ALPINEBITS, rate, Patience.USUAL));
    }

    private static void startOver(Settings settings) {
        new Shutdown(settings).run(name -> {});
        DATA_FOLDERS.forEach(name -> Folders.delete(settings.folder(name)));
        Path demo = settings.demoFile();
        if (demo.toFile().exists() && !demo.toFile().delete()) {
            throw new ServerFailure("The file %s cannot be deleted.".formatted(demo));
        }
    }

    private static void tell(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}

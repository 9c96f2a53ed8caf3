package io.waymark.launcher.replay;

import io.waymark.launcher.Settings;
import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.replay.delivery.Passage;
import io.waymark.launcher.replay.delivery.Patience;
import io.waymark.launcher.replay.delivery.ReplayFailure;
import io.waymark.launcher.replay.delivery.ReplayOptions;
import io.waymark.launcher.replay.source.BookingFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./waymark replay FILE}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends the reservations of a file in the form of the hotel booking demand data, with all that happened to them,",
            "in the order in which it really happened. It can be stopped at any time and goes on where it was: nothing is",
            "doubled."
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int INCOMPLETE = 1;
    private static final String SAMPLE = "sample";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "A CSV file, plain or gzipped; \"sample\" is the one that ships with us.")
    private String file = "";

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "0",
            description = "The most messages in a second. Default: as many as are answered.")
    private int rate;

    @Option(
            names = "--through",
            paramLabel = "WAY",
            defaultValue = "alpinebits",
            description = "alpinebits, as a channel manager does, or api. Default: alpinebits.")
    private Passage through = Passage.ALPINEBITS;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where Waymark listens. Default: what var/demo.json says.")
    private @Nullable URI baseUrl;

    @Override
    public Integer call() throws InterruptedException {
        if (rate < 0) {
            throw new ReplayFailure("--rate is " + rate + ": choose 0 or more.");
        }
        Settings settings = Settings.ofThisProcess();
        Demo demo = Demo.read(settings)
                .orElseThrow(() -> new ReplayFailure(
                        "There is no " + settings.demoFile() + ", so nobody to replay to: run ./waymark up first."));
        ReplaySession session = new ReplaySession(
                settings,
                demo,
                baseUrl == null ? URI.create(demo.baseUrl()) : baseUrl,
                spec.commandLine().getOut(),
                Boolean.getBoolean("waymark.terminal"));
        ReplaySummary summary = session.run(
                file.equals(SAMPLE) ? BookingFile.SAMPLE : BookingFile.at(Path.of(file)),
                new ReplayOptions(through, rate, Patience.USUAL));
        return summary.complete() ? DONE : INCOMPLETE;
    }
}

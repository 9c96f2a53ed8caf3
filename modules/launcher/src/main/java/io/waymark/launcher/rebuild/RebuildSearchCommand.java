package io.waymark.launcher.rebuild;

import io.waymark.launcher.Settings;
import io.waymark.launcher.parts.SearchRebuildProcess;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark rebuild search}. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Fills new search indices from the beginning of the journal by a second run of the pipeline, compares them with",
            "the live ones and lets the aliases point to them. Search answers all the while."
        })
final class RebuildSearchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from-start",
            description =
                    "Throw away what a run that was stopped has left, as after a new release; default: go on with it.")
    private boolean fromStart;

    @Option(
            names = "--accept-differences",
            description = "Exchange the indices even if the live ones hold documents that the journal does not give.")
    private boolean acceptDifferences;

    @Override
    public Integer call() throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        Settings settings = Settings.ofThisProcess();
        RebuildConsole console =
                new RebuildConsole(spec.commandLine().getOut(), Boolean.getBoolean("waymark.terminal"));
        SearchReport report = new SearchReport(console, clock);
        List<String> arguments = new ArrayList<>();
        if (fromStart) {
            arguments.add("--from-start");
        }
        if (acceptDifferences) {
            arguments.add("--accept-differences");
        }
        int code = SearchRebuildProcess.run(settings, arguments, report::line);
        if (code != 0) {
            throw new ServerFailure(report.refusal("The rebuild has ended with code %d; what it said is in %s."
                    .formatted(code, settings.log("rebuild-search"))));
        }
        console.say("Search is rebuilt in %s. Compare with the journal: ./waymark verify"
                .formatted(RebuildConsole.duration(report.running())));
        return 0;
    }
}

package io.waymark.launcher.rebuild;

import io.waymark.runtime.database.Database;
import io.waymark.runtime.projection.Projection;
import io.waymark.runtime.projection.rebuild.ProjectionRebuild;
import io.waymark.runtime.projection.rebuild.RebuildProgress;
import io.waymark.servers.ServerFailure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./waymark rebuild projections}. */
@Command(
        name = "projections",
        mixinStandardHelpOptions = true,
        description = {
            "Makes read models anew from the beginning of the journal and puts them in the place of the live ones in one",
            "transaction. Readers and writers go on all the while; nobody sees an empty or half-made read model."
        })
final class RebuildProjectionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which; default: all, one after the other.")
    private List<String> names = List.of();

    @Option(
            names = "--from-start",
            description =
                    "Throw away what a run that was stopped has left, as after a new release; default: go on with it.")
    private boolean fromStart;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Database.Address journal = JournalAddress.ofThisProcess();
        RebuildConsole console =
                new RebuildConsole(spec.commandLine().getOut(), Boolean.getBoolean("waymark.terminal"));
        try (Database database = Database.open("rebuild-command", journal, 1)) {
            for (Projection projection : ReadModels.named(database, names)) {
                RebuildProgress done = new ProjectionRebuild(
                                journal, projection, InstantSource.system(), progress -> show(console, progress))
                        .run(fromStart);
                console.say("%s is rebuilt and live: %,d events%s in %s, %,.0f a second."
                        .formatted(
                                done.projection(),
                                done.events() - done.before(),
                                done.before() == 0 ? "" : ", after %,d of an earlier run,".formatted(done.before()),
                                RebuildConsole.duration(done.running()),
                                done.perSecond()));
            }
        } catch (SQLTransientConnectionException e) {
            throw new ServerFailure("The database does not answer. Is Waymark running? Try ./waymark status.", e);
        }
        console.say("Compare with the journal: ./waymark verify");
        return 0;
    }

    private static void show(RebuildConsole console, RebuildProgress progress) {
        console.progressed(
                progress.projection(),
                progress.events(),
                progress.live(),
                progress.perSecond(),
                progress.left(),
                progress.running());
    }
}

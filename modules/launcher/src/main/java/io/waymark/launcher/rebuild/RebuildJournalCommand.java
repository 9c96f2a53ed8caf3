package io.waymark.launcher.rebuild;

import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.RebuildFailure;
import io.waymark.runtime.journal.partition.JournalMove;
import io.waymark.runtime.journal.partition.MoveProgress;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark rebuild journal}. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = {
            "Moves the journal into another number of partitions: copies it, compares every row, and exchanges the tables",
            "while writers wait for a moment. The journal of before is kept in the schema retired_journal."
        })
final class RebuildJournalCommand implements Callable<Integer> {

    private static final int MOST = 64;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "Into how many; 1 for a plain table (default: ${DEFAULT-VALUE}, with which a new journal begins).")
    private int partitions;

    @Override
    public Integer call() throws SQLException {
        if (partitions < 1 || partitions > MOST) {
            throw new RebuildFailure("--partitions is %d: choose 1 to %d.".formatted(partitions, MOST));
        }
        RebuildConsole console =
                new RebuildConsole(spec.commandLine().getOut(), Boolean.getBoolean("waymark.terminal"));
        Database.Address journal = JournalAddress.ofThisProcess();
        MoveProgress done =
                new JournalMove(journal, partitions, InstantSource.system(), progress -> show(console, progress)).run();
        console.say("The journal has %d partitions now: %,d events moved in %s, %,.0f a second."
                .formatted(
                        partitions,
                        done.events() - done.before(),
                        RebuildConsole.duration(done.running()),
                        done.perSecond()));
        console.say(
                "Compare: ./waymark verify. The journal of before is in the schema retired_journal; drop it when all is well.");
        return 0;
    }

    private static void show(RebuildConsole console, MoveProgress progress) {
        console.progressed(
                "journal",
                progress.events(),
                progress.total(),
                progress.perSecond(),
                progress.left(),
                progress.running());
    }
}

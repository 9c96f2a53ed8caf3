package io.waymark.launcher;

import io.waymark.launcher.bench.BenchCommand;
import io.waymark.launcher.rebuild.RebuildCommand;
import io.waymark.launcher.replay.ReplayCommand;
import io.waymark.launcher.replay.delivery.ReplayFailure;
import io.waymark.launcher.replay.source.UnreadableFile;
import io.waymark.launcher.scenario.ScenarioCommand;
import io.waymark.launcher.verify.VerifyCommand;
import io.waymark.runtime.database.RebuildFailure;
import io.waymark.servers.ServerFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Everything a person does with Waymark, as {@code ./waymark <command>}. */
@Command(
        name = "./waymark",
        description = "Runs Waymark on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<command>",
        footer = {"  test       All checks and tests, installing what they need.", "", "Each command has --help."},
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RebuildCommand.class,
            BenchCommand.class,
            ScenarioCommand.class,
            SuperviseCommand.class
        })
public final class Launcher {

    private static final int FAILED = 1;

    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Launcher())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Launcher::explain);
    }

    /** What we foresaw is one sentence; anything else is our mistake and keeps its stack trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof ServerFailure
                || failure instanceof ReplayFailure
                || failure instanceof RebuildFailure
                || failure instanceof UnreadableFile) {
            command.getErr().println(failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return FAILED;
    }
}

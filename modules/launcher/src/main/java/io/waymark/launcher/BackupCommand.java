package io.waymark.launcher;

import io.waymark.servers.PostgresBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./waymark backup FOLDER}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the databases while everything runs. The master key is not in it, on purpose: keep",
            "var/secrets/master.key elsewhere, as without it no personal data of the backup can be read."
        })
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "A new folder.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        Settings settings = Settings.ofThisProcess();
        Path target = folder.toAbsolutePath().normalize();
        PostgresBackup.take(settings.folder("postgres"), target);
        spec.commandLine()
                .getOut()
                .println("The databases are in %s. ./waymark restore %s brings them back; try that now and then."
                        .formatted(target, folder));
        return 0;
    }
}

package io.waymark.launcher;

import io.waymark.launcher.parts.RunFolder;
import io.waymark.servers.Folders;
import io.waymark.servers.PostgresBackup;
import io.waymark.servers.ServerFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./waymark restore FOLDER}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup in the place of the databases. What was there stays beside it. Search and the pipeline's",
            "memory are thrown away: they may know what the backup does not, and are made again out of the journal."
        })
final class RestoreCommand implements Callable<Integer> {

    /** What is derived from the journal and would be ahead of a restored one. */
    private static final List<String> DERIVED = List.of("elasticsearch", "flink");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "What ./waymark backup made.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        Settings settings = Settings.ofThisProcess();
        RunFolder running = new RunFolder(settings);
        if (running.supervisor().isPresent() || !running.parts().isEmpty()) {
            throw new ServerFailure("Waymark is running: stop it with ./waymark down first.");
        }
        Path before = PostgresBackup.restore(folder.toAbsolutePath().normalize(), settings.folder("postgres"));
        DERIVED.forEach(part -> Folders.delete(settings.folder(part)));
        PrintWriter out = spec.commandLine().getOut();
        out.println("The databases are restored. Those of before are in %s; delete them when all is well."
                .formatted(before));
        out.println("Next: ./waymark up --replay none, wait for the copies to catch up, then ./waymark verify.");
        return 0;
    }
}

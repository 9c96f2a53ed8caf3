package io.waymark.launcher;

import io.waymark.launcher.parts.RunFolder;
import io.waymark.launcher.parts.Shutdown;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./waymark down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops what up started, by its recorded process ids. All data stay.")
final class DownCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = Settings.ofThisProcess();
        PrintWriter out = spec.commandLine().getOut();
        RunFolder folder = new RunFolder(settings);
        if (folder.supervisor().isEmpty() && folder.parts().isEmpty()) {
            out.println("Waymark is not running here.");
            return 0;
        }
        new Shutdown(settings).run(name -> {
            out.println("stopping " + name);
            out.flush();
        });
        out.println("Waymark is stopped. Its data stay in %s; ./waymark up brings it back.".formatted(settings.data()));
        return 0;
    }
}

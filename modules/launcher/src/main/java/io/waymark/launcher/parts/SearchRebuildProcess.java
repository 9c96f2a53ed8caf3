package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The program that rebuilds search, as a process of the command that waits for it. */
public final class SearchRebuildProcess {

    private SearchRebuildProcess() {}

    /**
     * Runs it to its end, which comes with ours at the latest.
     *
     * @param lines takes what it says, line by line
     * @return its exit code
     */
    public static int run(Settings settings, List<String> arguments, Consumer<String> lines)
            throws IOException, InterruptedException {
        Process process = Parts.searchRebuild(settings).attached(settings.project(), arguments);
        Thread ending = new Thread(process::destroy, "ending");
        Runtime.getRuntime().addShutdownHook(ending);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines);
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}

package io.waymark.launcher;

import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.parts.Json;
import io.waymark.launcher.parts.PartStatus;
import io.waymark.launcher.parts.StackStatus;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Says of each part: process, address, readiness, memory, and how far it lags behind the journal.",
            "Exit code 0 when all parts are ready, 1 otherwise."
        })
final class StatusCommand implements Callable<Integer> {

    private static final String LINE = "%-14s %-9s %8s %9s %9s %9s  %s%n";

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        Settings settings = Settings.ofThisProcess();
        String key = Demo.read(settings).map(Demo::adminKey).orElse(null);
        StackStatus status = StackStatus.ask(settings, key);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(status));
        } else {
            print(out, status);
        }
        return status.allReady() ? 0 : 1;
    }

    private static void print(PrintWriter out, StackStatus status) {
        if (status.parts().isEmpty()) {
            out.println("Waymark is not running here. Start it with ./waymark up.");
            return;
        }
        out.printf(LINE, "part", "state", "process", "memory", "lag", "restarts", "address");
        for (PartStatus part : status.parts()) {
            out.printf(
                    LINE,
                    part.name(),
                    part.ready() ? "ready" : part.pid() == null ? "dead" : "not ready",
                    orDash(part.pid()),
                    part.rssBytes() == null ? "-" : "%d MiB".formatted(part.rssBytes() >> 20),
                    lag(part.lagMillis()),
                    part.restarts(),
                    part.url().replaceFirst("[?].*", ""));
        }
        if (!status.allReady()) {
            out.println("Logs are in the folder logs beside the data; ./waymark down stops everything.");
        }
    }

    private static String lag(@Nullable Long millis) {
        if (millis == null) {
            return "-";
        }
        return millis < 10_000 ? millis + " ms" : String.format(Locale.ROOT, "%,d s", millis / 1_000);
    }

    private static String orDash(@Nullable Long number) {
        return number == null ? "-" : number.toString();
    }
}

package io.waymark.launcher.verify;

import io.waymark.launcher.Settings;
import io.waymark.launcher.parts.Json;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the journal with itself and with everything derived from it: hash chains, read models,",
            "warehouse, search, oversold dates. Exit code 0 when nothing differs, 1 otherwise."
        })
public final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "How long copies may take to catch up before a difference counts (default: ${DEFAULT-VALUE}).")
    private int waitSeconds;

    /** The verdict as programs read it. */
    record Verdict(boolean clean, List<Check> checks) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter notes = spec.commandLine().getErr();
        Verification verification = new Verification(Settings.ofThisProcess(), step -> {
            if (!json) {
                notes.println(step + " …");
                notes.flush();
            }
        });
        Verdict verdict = verdict(verification);
        if (json) {
            out.println(Json.text(verdict));
        } else {
            print(out, verdict);
        }
        return verdict.clean() ? 0 : 1;
    }

    private Verdict verdict(Verification verification) throws IOException, InterruptedException {
        try {
            List<Check> checks = verification.within(Duration.ofSeconds(waitSeconds));
            return new Verdict(checks.stream().allMatch(Check::clean), checks);
        } catch (SQLException e) {
            throw new ServerFailure("The databases cannot be read. Is Waymark running? Try ./waymark status.", e);
        }
    }

    private static void print(PrintWriter out, Verdict verdict) {
        print(out, verdict.checks());
        out.println(
                verdict.clean()
                        ? "Clean: the journal is intact and every copy agrees with it."
                        : "Not clean. Look at the lags with ./waymark status; run verify again when they are 0.");
    }

    /** A line for each check, and examples of what differs. */
    public static void print(PrintWriter out, List<Check> checks) {
        for (Check check : checks) {
            out.printf(
                    "%-5s %-50s %,12d compared%s%n",
                    check.clean() ? "ok" : "FAIL",
                    check.name(),
                    check.compared(),
                    check.clean() ? "" : ", %,d differ".formatted(check.differences()));
            check.examples().forEach(example -> out.println("        " + example));
        }
    }
}

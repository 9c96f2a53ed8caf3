package io.waymark.launcher.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.forecast.accuracy.Accuracy;
import io.waymark.launcher.bench.ForecastTrial.Measured;
import io.waymark.launcher.parts.Json;
import io.waymark.launcher.replay.source.BookingFile;
import io.waymark.servers.ServerFailure;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark bench forecast}. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Rebuilds the books day by day from a file of reservations in the replay's form, forecasts arrivals and occupied",
            "rooms of each hotel from past days as if each were today, and compares with what came.",
            "MASE is the error in units of that of \"as a week before\" until the origin; naive is the MASE of \"as the last",
            "same weekday that was over\". The last line is JSON: by series mae, mape, mase, coverage80, coverage95."
        })
final class ForecastBench implements Callable<Integer> {

    private static final String LINE = "%-24s %8s %8s %8s %8s %8s %8s %8s%n";
    private static final int DECIMALS = 4;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--reservations",
            paramLabel = "FILE",
            required = true,
            description = "A CSV file, plain or gzipped; \"sample\" is the one that ships with us.")
    private String file = "";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first origin. Default: so that the file still tells what came after the last one.")
    private @Nullable LocalDate from;

    @Option(names = "--origins", paramLabel = "N", defaultValue = "37", description = "Default: 37.")
    private int origins;

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            defaultValue = "28",
            description = "How far to look ahead, 1 to 123 days. Default: 28.")
    private int horizon;

    @Option(
            names = "--every",
            paramLabel = "DAYS",
            defaultValue = "1",
            description = "Days from one origin to the next. Default: 1.")
    private int every;

    @Option(names = "--json", description = "For programs: JSON only.")
    private boolean json;

    @Override
    public Integer call() {
        BookingFile reservations = file.equals("sample") ? BookingFile.SAMPLE : BookingFile.at(Path.of(file));
        ForecastTrial trial = new ForecastTrial(reservations.read().reservations());
        LocalDate first = from == null ? trial.latestFirstOrigin(origins, horizon, every) : from;
        checkRange(trial, first);
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.printf(
                    "%d origins from %s, every %d days, %d days ahead; %s.%n",
                    origins, first, every, horizon, reservations.name());
            out.flush();
        }
        Map<String, Measured> measured = trial.run(first, origins, every, horizon);
        if (json) {
            out.println(whole(measured));
        } else {
            print(out, measured);
            out.println(figures(measured));
        }
        out.flush();
        return 0;
    }

    private void checkRange(ForecastTrial trial, LocalDate first) {
        if (origins < 1 || every < 1 || horizon < 1 || horizon > 123) {
            throw new ServerFailure("--origins and --every must be 1 or more, --horizon 1 to 123.");
        }
        if (first.isBefore(trial.earliestOrigin())) {
            throw new ServerFailure("The first origin must be " + trial.earliestOrigin() + " or later, not " + first
                    + ": earlier there is too little to learn from.");
        }
        LocalDate last = first.plusDays((long) (origins - 1) * every);
        if (!last.isBefore(trial.lastDay())) {
            throw new ServerFailure("The last origin would be " + last + ", and the file tells what came until "
                    + trial.lastDay() + ".");
        }
    }

    private static void print(PrintWriter out, Map<String, Measured> measured) {
        out.printf(LINE, "series", "MAE", "MAPE", "MASE", "naive", "in 80 %", "in 95 %", "days");
        measured.forEach((series, one) -> {
            print(out, series, one.whole());
            one.byHorizon().forEach((last, accuracy) -> print(out, "  up to " + last + " days ahead", accuracy));
        });
    }

    private static void print(PrintWriter out, String name, Accuracy accuracy) {
        out.printf(
                LINE,
                name,
                number("%.2f", accuracy.mae()),
                number("%.1f %%", 100 * accuracy.mape()),
                number("%.3f", accuracy.mase()),
                number("%.3f", accuracy.naive()),
                number("%.1f %%", 100 * accuracy.coverage80()),
                number("%.1f %%", 100 * accuracy.coverage95()),
                accuracy.forecasts());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static ObjectNode whole(Map<String, Measured> measured) {
        ObjectNode whole = Json.mapper().createObjectNode().put("bench", "forecast");
        whole.set("figures", figures(measured));
        whole.put(
                "machine",
                "%d processors, %s %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch")));
        whole.putObject("versions").put("java", Runtime.version().toString());
        return whole;
    }

    private static ObjectNode figures(Map<String, Measured> measured) {
        ObjectNode figures = Json.mapper().createObjectNode();
        measured.forEach((series, one) -> figures.putObject(series)
                .put("mae", rounded(one.whole().mae()))
                .put("mape", rounded(one.whole().mape()))
                .put("mase", rounded(one.whole().mase()))
                .put("coverage80", rounded(one.whole().coverage80()))
                .put("coverage95", rounded(one.whole().coverage95())));
        return figures;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}

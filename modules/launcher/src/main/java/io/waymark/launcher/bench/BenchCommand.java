package io.waymark.launcher.bench;

import io.waymark.launcher.bench.freshness.FreshnessBench;
import picocli.CommandLine.Command;

/** {@code ./waymark bench}: one subcommand a figure. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<figure>",
        description = "Measures Waymark on this machine, each figure beside a yardstick of the same run.",
        subcommands = {
            DurableCommandsBench.class,
            FailoverBench.class,
            FootprintBench.class,
            ForecastBench.class,
            FreshnessBench.class
        })
public final class BenchCommand {}

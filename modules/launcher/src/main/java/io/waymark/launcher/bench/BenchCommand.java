package io.waymark.launcher.bench;

import picocli.CommandLine.Command;

/** {@code ./waymark bench}: one subcommand a figure. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<figure>",
        description = "Measures Waymark on this machine, each figure beside a yardstick of the same run.",
        subcommands = {DurableCommandsBench.class, FailoverBench.class, ForecastBench.class})
public final class BenchCommand {}

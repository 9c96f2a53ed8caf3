package io.waymark.launcher.scenario;

import io.waymark.launcher.scenario.faults.FaultsCommand;
import picocli.CommandLine.Command;

/** {@code ./waymark scenario}: one subcommand a story. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<story>",
        description = "Plays a story with partners that misbehave, on servers of its own, and judges how it ends.",
        subcommands = {ChannelsCommand.class, FaultsCommand.class})
public final class ScenarioCommand {}

package io.waymark.launcher.rebuild;

import picocli.CommandLine.Command;

/** {@code ./waymark rebuild}: one subcommand for each kind of copy. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<what>",
        description = {
            "Makes copies of the journal anew beside the live ones, while everything runs, and puts them in their",
            "place when they have caught up. Stopped in the middle it does no harm and can be gone on with."
        },
        subcommands = {RebuildProjectionsCommand.class, RebuildSearchCommand.class, RebuildJournalCommand.class})
public final class RebuildCommand {}

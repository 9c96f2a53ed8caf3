package io.waymark.runtime;

/** The journal that nodes write by default. */
class GroupCommitJournalIT extends EntityShellScenarios {

    GroupCommitJournalIT() {
        super("waymark-journal");
    }
}

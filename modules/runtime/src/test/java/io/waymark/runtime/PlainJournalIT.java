package io.waymark.runtime;

/** The plug-in's own way into the same table stays a setting away. */
class PlainJournalIT extends EntityShellScenarios {

    PlainJournalIT() {
        super("jdbc-journal");
    }
}

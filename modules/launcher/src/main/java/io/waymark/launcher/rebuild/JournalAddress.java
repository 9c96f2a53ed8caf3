package io.waymark.launcher.rebuild;

import io.waymark.launcher.Settings;
import io.waymark.runtime.database.Database;
import java.util.Map;

/** Where the journal is: on this machine, or where the settings of a node say, so that a cluster's can be reached too. */
final class JournalAddress {

    private static final String SETTING = "WAYMARK_PG";

    private JournalAddress() {}

    static Database.Address ofThisProcess() {
        Map<String, String> environment = System.getenv();
        return new Database.Address(
                environment.getOrDefault(
                        SETTING + "_URL", Settings.ofThisProcess().databaseUrl("waymark")),
                environment.getOrDefault(SETTING + "_USER", "waymark"),
                environment.getOrDefault(SETTING + "_PASSWORD", ""));
    }
}

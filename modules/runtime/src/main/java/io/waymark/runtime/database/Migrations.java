package io.waymark.runtime.database;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of one module up to date. Each module owns its tables and has a history of its own. */
public final class Migrations {

    private static final String PARTITIONS = "journal_partitions";

    private Migrations() {}

    /**
     * Runs {@code schema/<module>/V…__….sql} from the class path; several nodes may do so at once.
     *
     * @param module name of the module, as in its folder
     */
    public static void run(DataSource database, String module) {
        run(database, module, 1);
    }

    /** The same; a journal that is made by it has so many partitions. */
    public static void run(DataSource database, String module, int journalPartitions) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:schema/" + module)
                .table("schema_history_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .placeholders(Map.of(PARTITIONS, Integer.toString(journalPartitions)))
                .load()
                .migrate();
    }
}

package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.source.Database;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the warehouse's schema up to date. Flyway holds an advisory lock meanwhile, so any number of jobs may start at
 * once.
 */
public final class WarehouseSchema {

    private static final int CONNECT_RETRIES = 10;

    private WarehouseSchema() {}

    /** Returns whether there was no schema before, which means that nothing of it is filled. */
    public static boolean migrate(Database database) {
        MigrateResult result = Flyway.configure(WarehouseSchema.class.getClassLoader())
                .dataSource(database.url(), database.user(), database.password())
                .schemas(WarehouseStore.SCHEMA)
                .defaultSchema(WarehouseStore.SCHEMA)
                .createSchemas(true)
                .locations("classpath:schema/warehouse")
                .connectRetries(CONNECT_RETRIES)
                .load()
                .migrate();
        return result.initialSchemaVersion == null;
    }
}

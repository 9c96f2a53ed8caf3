package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.source.Database;
import io.waymark.servers.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A warehouse of its own on a real server. */
final class TestWarehouse {

    private final Database database = new Database(TestPostgres.freshDatabase(), "waymark", "");

    private TestWarehouse() {}

    static TestWarehouse migrated() {
        TestWarehouse warehouse = new TestWarehouse();
        WarehouseSchema.migrate(warehouse.database);
        return warehouse;
    }

    Database database() {
        return database;
    }

    Warehouse stores() {
        return new Warehouse(database);
    }

    void execute(String statement) throws SQLException {
        try (Connection connection = connect(database);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    /** Rows as lines, columns parted by bars. */
    String query(String query) throws SQLException {
        return query(database, query);
    }

    /** The same as an analyst. */
    String analyst(String query) throws SQLException {
        return query(new Database(database.url().replace("user=waymark", "user=analyst"), "analyst", ""), query);
    }

    private static String query(Database database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            StringBuilder text = new StringBuilder();
            while (result.next()) {
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : "|").append(result.getString(i));
                }
                text.append('\n');
            }
            return text.toString().strip();
        }
    }

    private static Connection connect(Database database) throws SQLException {
        Connection connection = database.connect("test");
        connection.setSchema(WarehouseStore.SCHEMA);
        return connection;
    }
}

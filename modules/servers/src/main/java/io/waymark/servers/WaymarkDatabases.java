package io.waymark.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The roles and databases that every other part expects to find: {@code waymark} owns the databases {@code waymark} and
 * {@code warehouse}, and {@code analyst} may sign in to read what the warehouse grants it.
 */
final class WaymarkDatabases {

    static final String OWNER = "waymark";
    static final String ANALYST = "analyst";
    private static final List<String> DATABASES = List.of("waymark", "warehouse");

    private WaymarkDatabases() {}

    static void createMissing(String administratorUrl) {
        try (Connection connection = DriverManager.getConnection(administratorUrl);
                Statement statement = connection.createStatement()) {
            if (missing(connection, "select 1 from pg_roles where rolname = ?", OWNER)) {
                statement.execute("create role " + OWNER + " login");
            }
            if (missing(connection, "select 1 from pg_roles where rolname = ?", ANALYST)) {
                statement.execute("create role " + ANALYST + " login");
                statement.execute("alter role " + ANALYST + " set search_path = warehouse");
                statement.execute("alter role " + ANALYST + " set default_transaction_read_only = on");
                statement.execute("alter role " + ANALYST + " set statement_timeout = '60s'");
                statement.execute("alter role " + ANALYST + " set idle_in_transaction_session_timeout = '60s'");
            }
            for (String database : DATABASES) {
                if (missing(connection, "select 1 from pg_database where datname = ?", database)) {
                    create(connection, database);
                }
            }
        } catch (SQLException e) {
            throw new ServerFailure(
                    "PostgreSQL runs, but its databases cannot be made: %s.".formatted(e.getMessage()), e);
        }
    }

    /** Makes a database of the owner; nobody else may connect but the analyst, who sees nothing without a grant. */
    static void create(Connection administrator, String database) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("create database " + database + " owner " + OWNER);
            statement.execute("revoke connect on database " + database + " from public");
            statement.execute("grant connect on database " + database + " to " + ANALYST);
        }
    }

    private static boolean missing(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }
}

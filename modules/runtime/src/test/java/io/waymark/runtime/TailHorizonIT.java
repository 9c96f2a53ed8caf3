package io.waymark.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.servers.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom readers of the journal wait for: everybody who may still write to it, and nobody else on the server. */
class TailHorizonIT {

    private static final String READ =
            "select persistence_id from event_journal where tx_id < (select tail_horizon()) order by event_journal.tx_id, ordering";

    private final String ours = TestPostgres.freshDatabase();
    private final List<Connection> connections = new ArrayList<>();
    private final Connection reader = connect(ours);

    @BeforeEach
    void journal() {
        try (var database = Database.open("horizon", new Database.Address(ours, "waymark", ""), 2)) {
            Migrations.run(database.source(), "runtime");
        }
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void aLongTransactionInAnotherDatabaseHoldsNobodyBack() throws SQLException {
        Connection elsewhere = connect(TestPostgres.freshDatabase());
        elsewhere.setAutoCommit(false);
        run(elsewhere, "create table facts (n int)");
        run(elsewhere, "insert into facts select generate_series(1, 10)");

        append(connect(ours), "a");

        await().untilAsserted(() -> assertThat(read()).containsExactly("a"));
        elsewhere.commit();
        await().untilAsserted(() -> assertThat(read()).containsExactly("a"));
    }

    @Test
    void aTransactionThatMayStillWriteIsWaitedForWhateverItHasDoneSoFar() throws SQLException {
        Connection slow = connect(ours);
        run(slow, "create table notes (n int)");
        slow.setAutoCommit(false);
        run(slow, "insert into notes values (1)");

        append(connect(ours), "quick");
        assertThat(read()).isEmpty();

        append(slow, "slow");
        assertThat(read()).isEmpty();
        slow.commit();
        await().untilAsserted(() -> assertThat(read()).containsExactly("slow", "quick"));
    }

    @Test
    void nobodyIsWaitedForWhoHasBegunLater() throws SQLException {
        append(connect(ours), "first");
        Connection later = connect(ours);
        later.setAutoCommit(false);
        append(later, "second");

        await().untilAsserted(() -> assertThat(read()).containsExactly("first"));
        later.rollback();
        append(connect(ours), "third");
        await().untilAsserted(() -> assertThat(read()).containsExactly("first", "third"));
    }

    private List<String> read() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(READ)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void append(Connection connection, String persistenceId) throws SQLException {
        run(connection, """
                insert into event_journal (persistence_id, sequence_number, writer, event_ser_id, event_ser_manifest, event_payload)
                values ('%s', 1, '', 0, '', '')""".formatted(persistenceId));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String url) {
        try {
            Connection connection = DriverManager.getConnection(url, "waymark", "");
            connections.add(connection);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

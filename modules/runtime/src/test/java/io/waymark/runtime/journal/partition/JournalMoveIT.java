package io.waymark.runtime.journal.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.events.JournalPosition;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.journal.JournalTail;
import io.waymark.servers.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A journal is moved on a real server while it is written and followed. */
class JournalMoveIT {

    private static final int EVENTS = 10_000;

    private final String url = TestPostgres.freshDatabase();
    private final Database.Address address = new Database.Address(url, "waymark", "");
    private final Database database = Database.open("test", address, 4);
    private final AtomicInteger written = new AtomicInteger();

    @BeforeEach
    void fill() throws SQLException {
        Migrations.run(database.source(), "runtime", 8);
        while (written.get() < EVENTS) {
            append(500);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewJournalHasThePartitionsThatAreWished() throws SQLException {
        assertThat(partitions()).isEqualTo(8);
        assertThat(text("select min(n) > 0 from (select count(*) n from event_journal group by tableoid) parts"))
                .isEqualTo("t");
        assertThatThrownBy(() -> database.transact(connection -> connection
                        .createStatement()
                        .execute("insert into event_journal (persistence_id, sequence_number, writer, event_ser_id,"
                                + " event_ser_manifest, event_payload) values ('Letter|1', 1, '', 0, '', '')")))
                .hasMessageContaining("duplicate key");
    }

    @Test
    void nothingIsLostOrChangedByAMoveUnderWrites() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean allWritten = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> writer = threads.submit(() -> {
                int batches = 0;
                for (; !over.get(); batches++) {
                    append(10);
                }
                return batches;
            });
            Future<Integer> follower = threads.submit(() -> follow(allWritten));
            MoveProgress moved = move(4).run();
            MoveProgress back = dropThenMove(1);
            over.set(true);

            assertThat(writer.get()).isPositive();
            allWritten.set(true);
            assertThat(moved.events()).isGreaterThanOrEqualTo(EVENTS);
            assertThat(back.events()).isGreaterThanOrEqualTo(moved.events());
            assertThat(follower.get()).isEqualTo(written.get());
        }
        assertThat(partitions()).isZero();
        assertThat(text("select count(*) from event_journal")).isEqualTo(Integer.toString(written.get()));
        assertThat(text("""
                select count(*) from retired_journal.event_journal old full join event_journal using (persistence_id, sequence_number)
                 where old.ordering is not null and (old.ordering, old.tx_id, old.event_payload, old.slice) is distinct from
                     (event_journal.ordering, event_journal.tx_id, event_journal.event_payload, event_journal.slice)""")).isEqualTo("0");
        assertThat(text("select pg_get_serial_sequence('event_journal', 'ordering')"))
                .isEqualTo("public.event_journal_ordering_seq");
        assertThat(
                        text(
                                "select count(*) from pg_constraint where conrelid = 'event_tag'::regclass and confrelid = 'event_journal'::regclass"))
                .isEqualTo("1");
        append(10);
    }

    @Test
    void aDifferenceIsNoticedBeforeTheExchange() throws SQLException {
        assertThatThrownBy(() -> move(8).run()).hasMessage("The journal has 8 partitions already.");
        JournalCopy left = new JournalCopy(database, 2);
        left.prepare();
        assertThat(left.step()).isPositive();
        execute("update rebuild_journal.event_journal set event_payload = 'x' where ordering = 17");

        assertThatThrownBy(() -> move(2).run()).hasMessageContaining("differs from the journal");

        assertThat(partitions()).isEqualTo(8);
    }

    private JournalMove move(int partitions) {
        return new JournalMove(address, partitions, InstantSource.system(), progress -> {});
    }

    private MoveProgress dropThenMove(int partitions) throws SQLException {
        assertThatThrownBy(() -> move(partitions).run()).hasMessageContaining("still in the schema retired_journal");
        execute("drop schema retired_journal cascade");
        return move(partitions).run();
    }

    /** Reads the tail to its end and beyond the move; every row once, none skipped. */
    private int follow(AtomicBoolean allWritten) throws SQLException {
        JournalPosition position = JournalPosition.START;
        int rows = 0;
        while (true) {
            JournalPosition here = position;
            JournalTail.Batch batch = database.transact(connection -> JournalTail.next(connection, here, 0, 63, 1_000));
            rows += batch.size();
            position = batch.last();
            if (allWritten.get() && rows >= written.get()) {
                return rows;
            }
        }
    }

    private int partitions() throws SQLException {
        return Integer.parseInt(text("select count(*) from pg_inherits where inhparent = 'event_journal'::regclass"));
    }

    private void append(int events) throws SQLException {
        database.transact(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into event_journal (persistence_id, sequence_number, writer, write_timestamp, event_ser_id,
                        event_ser_manifest, event_payload) values (?, ?, 'test', 0, 0, 'test.v1', ?)""")) {
                for (int i = 0; i < events; i++) {
                    int number = written.get() + i;
                    insert.setString(1, "Letter|" + number % 97);
                    insert.setLong(2, number / 97 + 1);
                    insert.setBytes(
                            3,
                            ("{\"data\":{},\"meta\":{},\"number\":" + number + "}").getBytes(StandardCharsets.UTF_8));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        written.addAndGet(events);
    }

    private void execute(String statements) throws SQLException {
        database.transact(connection -> connection.createStatement().execute(statements));
    }

    private String text(String query) throws SQLException {
        return database.transact(connection -> {
            try (ResultSet row = connection.createStatement().executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        });
    }
}

package io.waymark.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.JournalPosition;
import io.waymark.events.Slices;
import io.waymark.pipeline.source.TailQuery.Sliced;
import io.waymark.servers.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TailIT {

    private static final List<Integer> ALL =
            IntStream.range(0, Slices.COUNT).boxed().toList();

    private final Database database = new Database(TestPostgres.freshDatabase(), "waymark", "");
    private Connection writer;

    @BeforeEach
    void createJournal() throws SQLException {
        writer = database.connect("test");
        try (Statement statement = writer.createStatement()) {
            statement.execute("""
                create table event_journal (
                    ordering bigserial, persistence_id text, sequence_number bigint, event_ser_manifest text,
                    event_payload bytea, write_timestamp bigint, tx_id xid8 not null default pg_current_xact_id(),
                    slice smallint generated always as (get_byte(decode(md5(persistence_id), 'hex'), 0) & 63) stored)""");
            statement.execute("create index on event_journal (tx_id, ordering)");
            statement.execute(
                    "create function tail_horizon() returns xid8 language sql stable as 'select pg_snapshot_xmin(pg_current_snapshot())'");
        }
    }

    @AfterEach
    void disconnect() throws SQLException {
        writer.close();
    }

    @Test
    void rowsBehindARunningTransactionWaitForIt() throws Exception {
        try (Connection late = database.connect("late");
                TailQuery<JournalRow> tail = new TailQuery<>(database, new JournalTable(), 100)) {
            late.setAutoCommit(false);
            insert(late, "late");
            insert(writer, "early");
            assertThat(tail.quietTime()).isEmpty();
            assertThat(tail.after(JournalPosition.START, ALL)).isEmpty();

            late.commit();

            assertThat(ids(tail.after(JournalPosition.START, ALL))).containsExactly("late", "early");
            assertThat(tail.quietTime()).isPresent();
        }
    }

    @Test
    void theOrderIsThatOfTransactionsAsNumbersNotAsText() throws Exception {
        try (TailQuery<JournalRow> tail = new TailQuery<>(database, new JournalTable(), 2_000)) {
            for (int i = 0; i < 1_200; i++) {
                insert(writer, "row-" + i);
            }
            List<Sliced<JournalRow>> rows = tail.after(JournalPosition.START, ALL);

            assertThat(rows).hasSize(1_200);
            assertThat(rows.stream().map(row -> row.row().ordering()).toList()).isSorted();
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row.slice())
                            .isEqualTo(Slices.of(row.row().persistenceId())));
        }
    }

    @Test
    void aReaderOfSeveralSplitsPassesOverWhatOneOfThemHasRead() throws Exception {
        insert(writer, "a");
        insert(writer, "b");
        List<Sliced<JournalRow>> both;
        try (TailQuery<JournalRow> tail = new TailQuery<>(database, new JournalTable(), 10)) {
            both = tail.after(JournalPosition.START, ALL);
        }
        SliceSplit ahead = split(both.getFirst().slice(), both.getFirst().row().position());
        SliceSplit behind = split(both.getLast().slice(), JournalPosition.START);
        TailSettings settings = new TailSettings(2, 10, 1_000, Duration.ZERO, Duration.ofMillis(1));
        try (TailSplitReader<JournalRow> reader = new TailSplitReader<>(database, new JournalTable(), settings)) {
            reader.handleSplitsChanges(new SplitsAddition<>(List.of(ahead, behind)));

            assertThat(rows(reader.fetch())).containsExactly("b");
            insert(writer, "a");
            List<String> next = new ArrayList<>();
            while (next.isEmpty()) {
                next.addAll(rows(reader.fetch()));
            }
            assertThat(next).containsExactly("a");
        }
    }

    @Test
    void withinALongBacklogTheReaderSaysNowAndThenHowFarItIs() throws Exception {
        for (int i = 0; i < 4; i++) {
            insert(writer, "a");
        }
        TailSettings settings = new TailSettings(1, 1, 3, Duration.ZERO, Duration.ofMillis(1));
        try (TailSplitReader<JournalRow> reader = new TailSplitReader<>(database, new JournalTable(), settings)) {
            reader.handleSplitsChanges(
                    new SplitsAddition<>(List.of(new SliceSplit(0, Slices.COUNT - 1, JournalPosition.START))));

            assertThat(marks(reader.fetch())).isEmpty();
            assertThat(marks(reader.fetch())).isEmpty();
            assertThat(marks(reader.fetch())).containsExactly(Instant.EPOCH.minusSeconds(10));
            assertThat(marks(reader.fetch())).isEmpty();
        }
    }

    private static List<Instant> marks(RecordsWithSplitIds<Tailed<JournalRow>> records) {
        List<Instant> marks = new ArrayList<>();
        while (records.nextSplit() != null) {
            Tailed<JournalRow> record = records.nextRecordFromSplit();
            while (record != null) {
                if (record instanceof Tailed.CaughtUp<JournalRow> mark) {
                    marks.add(mark.asOf());
                }
                record = records.nextRecordFromSplit();
            }
        }
        return marks;
    }

    private static SliceSplit split(int slice, JournalPosition position) {
        return new SliceSplit(slice, slice, position);
    }

    private static List<String> rows(RecordsWithSplitIds<Tailed<JournalRow>> records) {
        List<String> ids = new ArrayList<>();
        while (records.nextSplit() != null) {
            Tailed<JournalRow> record = records.nextRecordFromSplit();
            while (record != null) {
                if (record instanceof Tailed.Row<JournalRow> row) {
                    ids.add(row.row().persistenceId());
                }
                record = records.nextRecordFromSplit();
            }
        }
        return ids;
    }

    private static List<String> ids(List<Sliced<JournalRow>> rows) {
        return rows.stream().map(row -> row.row().persistenceId()).toList();
    }

    private static void insert(Connection connection, String persistenceId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into event_journal (persistence_id, sequence_number, event_ser_manifest, event_payload, write_timestamp)
                values (?, 1, 'x', '', 0)""")) {
            statement.setString(1, persistenceId);
            statement.executeUpdate();
        }
    }
}

package io.waymark.runtime.journal;

import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.GroupCommit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The table {@code event_journal} as entities use it: appends of many entities in one statement, and recoveries of many in
 * another.
 *
 * <p>Both of one entity go through the same lane, so a recovery sees whatever an earlier life of the entity still had
 * waiting to be written.
 */
final class JournalStore implements AutoCloseable {

    /** One event of an entity, with the bytes that stand in the journal. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares rows
    record Row(
            String persistenceId,
            long sequenceNumber,
            String writer,
            long writtenAtMillis,
            String name,
            byte[] payload) {}

    private sealed interface Job {

        /** Events of one command: all are written or none. */
        record Append(List<Row> rows) implements Job {}

        /** Everything that happened to an entity from a sequence number on; {@code rows} is filled by the lane. */
        record Recover(String persistenceId, long from, List<Row> rows) implements Job {}
    }

    private static final int WAITING = 20_000;

    /** The plug-in's form of a row; tx_id and slice fill themselves. */
    private static final String APPEND = """
            insert into event_journal (persistence_id, sequence_number, writer, write_timestamp, adapter_manifest,
                                       event_ser_id, event_ser_manifest, event_payload)
            select p, s, w, t, '', %d, n, d
              from unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::bytea[]) as r (p, s, w, t, n, d)""".formatted(JournalSerializer.IDENTIFIER);

    private static final String RECOVER = """
            select entity, e.sequence_number, e.writer, e.write_timestamp, e.event_ser_manifest, e.event_payload
              from unnest(?::text[], ?::bigint[]) with ordinality as wanted (persistence_id, first, entity)
              join event_journal e on e.persistence_id = wanted.persistence_id and e.sequence_number >= wanted.first
             order by entity, e.sequence_number""";

    private final Database database;
    private final GroupCommit<Job> jobs;

    /**
     * The store on this database.
     *
     * @param tellers where entities are told what was written and read
     */
    JournalStore(Database database, int lanes, Executor tellers) {
        this.database = database;
        this.jobs = new GroupCommit<>("journal", lanes, WAITING, tellers, this::carryOut);
    }

    /** Ends when the rows, all of one entity, are on disk. */
    CompletionStage<?> append(List<Row> rows) {
        return jobs.write(rows.getFirst().persistenceId(), new Job.Append(rows));
    }

    /** The entity's rows from this sequence number on, in order. */
    CompletionStage<List<Row>> recover(String persistenceId, long from) {
        Job.Recover recovery = new Job.Recover(persistenceId, from, new ArrayList<>());
        return jobs.write(persistenceId, recovery).thenApply(done -> recovery.rows());
    }

    @Override
    public void close() {
        jobs.close();
        database.close();
    }

    /** One statement each, which commits by itself: a round trip less than a transaction around it. */
    private void carryOut(List<Job> batch) throws SQLException {
        List<Row> rows = new ArrayList<>(batch.size());
        List<Job.Recover> recoveries = new ArrayList<>();
        for (Job job : batch) {
            switch (job) {
                case Job.Append append -> rows.addAll(append.rows());
                case Job.Recover recovery -> recoveries.add(recovery);
            }
        }
        database.autocommit(connection -> {
            if (!rows.isEmpty()) {
                append(connection, rows);
            }
            if (!recoveries.isEmpty()) {
                recover(connection, recoveries);
            }
            return rows.size();
        });
    }

    private static void append(Connection connection, List<Row> rows) throws SQLException {
        int size = rows.size();
        String[] persistenceIds = new String[size];
        Long[] sequenceNumbers = new Long[size];
        String[] writers = new String[size];
        Long[] times = new Long[size];
        String[] names = new String[size];
        byte[][] payloads = new byte[size][];
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            persistenceIds[i] = row.persistenceId();
            sequenceNumbers[i] = row.sequenceNumber();
            writers[i] = row.writer();
            times[i] = row.writtenAtMillis();
            names[i] = row.name();
            payloads[i] = row.payload();
        }
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setArray(1, connection.createArrayOf("text", persistenceIds));
            insert.setArray(2, connection.createArrayOf("int8", sequenceNumbers));
            insert.setArray(3, connection.createArrayOf("text", writers));
            insert.setArray(4, connection.createArrayOf("int8", times));
            insert.setArray(5, connection.createArrayOf("text", names));
            insert.setArray(6, connection.createArrayOf("bytea", payloads));
            insert.executeUpdate();
        }
    }

    private static void recover(Connection connection, List<Job.Recover> recoveries) throws SQLException {
        // A batch whose appends failed is carried out again: nothing may be read twice.
        recoveries.forEach(recovery -> recovery.rows().clear());
        try (PreparedStatement select = connection.prepareStatement(RECOVER)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            recoveries.stream().map(Job.Recover::persistenceId).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", recoveries.stream().map(Job.Recover::from).toArray()));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Job.Recover recovery = recoveries.get(result.getInt(1) - 1);
                    recovery.rows()
                            .add(new Row(
                                    recovery.persistenceId(),
                                    result.getLong(2),
                                    result.getString(3),
                                    result.getLong(4),
                                    result.getString(5),
                                    result.getBytes(6)));
                }
            }
        }
    }
}

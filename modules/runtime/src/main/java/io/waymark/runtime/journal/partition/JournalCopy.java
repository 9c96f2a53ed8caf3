package io.waymark.runtime.journal.partition;

import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.RebuildFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The journal's second table, in a schema of its own until it takes the place of the first. */
final class JournalCopy {

    private static final String SCHEMA = "rebuild_journal";
    private static final String RETIRED = "retired_journal";
    private static final int BATCH = 2_000;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The slice fills itself. */
    private static final String COLUMNS = "ordering, persistence_id, sequence_number, deleted, writer, write_timestamp,"
            + " adapter_manifest, event_ser_id, event_ser_manifest, event_payload, meta_ser_id, meta_ser_manifest,"
            + " meta_payload, tx_id";

    private static final String BELOW_THE_RUNNING = "and j.tx_id < (select public.tail_horizon())";

    private final Database database;
    private final int partitions;

    JournalCopy(Database database, int partitions) {
        this.database = database;
        this.partitions = partitions;
    }

    /** Goes on with what an earlier run has left, and starts anew where that has another number of partitions. */
    void prepare() throws SQLException {
        database.transact(connection -> {
            if (parts(connection, "public") == partitions) {
                throw new RebuildFailure("The journal has %d partitions already.".formatted(partitions));
            }
            if (exists(connection, RETIRED)) {
                throw new RebuildFailure("The journal of before an earlier move is still in the schema " + RETIRED
                        + ": drop it when you need it no more (drop schema " + RETIRED + " cascade).");
            }
            if (parts(connection, SCHEMA) != partitions) {
                create(connection);
            }
            return partitions;
        });
    }

    /** Events copied so far. */
    long events() throws SQLException {
        return number("select events from " + SCHEMA + ".position");
    }

    /** About as many events as there are. */
    long estimate() throws SQLException {
        return number("select coalesce(max(ordering), 0) from public.event_journal");
    }

    /** All events, when it is done. */
    long total() throws SQLException {
        return number("select count(*) from public.event_journal");
    }

    /** Copies the next rows; how many that were. */
    int step() throws SQLException {
        return database.transact(connection -> step(connection, BELOW_THE_RUNNING));
    }

    /** Reads both as far as the copy goes, which for a large journal takes its time, and holds nobody up. */
    void requireEqual() throws SQLException {
        database.transact(connection -> {
            try (Statement limit = connection.createStatement()) {
                limit.execute("set local statement_timeout = 0");
            }
            if (!sums(connection, "public").equals(sums(connection, SCHEMA))) {
                throw new RebuildFailure(
                        "The copy of the journal differs from the journal. Nothing is exchanged; look at"
                                + " both, drop the schema " + SCHEMA + " and run this again.");
            }
            return partitions;
        });
    }

    /**
     * Keeps writers waiting, copies what is left and exchanges the tables, all in one transaction.
     *
     * @return false where somebody had the journal for too long; nothing has changed then
     */
    boolean exchange() throws SQLException {
        try {
            database.transact(connection -> {
                try (Statement execute = connection.createStatement()) {
                    execute.execute("set local synchronous_commit = on");
                    // Shorter than the server waits before it looks for a deadlock: we give way to others.
                    execute.execute("set local lock_timeout = '250ms'");
                    // From here on every row is committed, so none has to be left for later.
                    execute.execute("lock table public.event_journal in exclusive mode");
                }
                while (step(connection, "") > 0) {
                    // Until nothing is left.
                }
                exchange(connection);
                return partitions;
            });
            return true;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private void create(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(
                "drop schema if exists " + SCHEMA + " cascade",
                "create schema " + SCHEMA,
                "create table " + SCHEMA
                        + ".position (tx_id xid8 not null, ordering bigint not null, events bigint not null)",
                "insert into " + SCHEMA + ".position values ('0', 0, 0)",
                "create table " + SCHEMA + ".event_journal (like public.event_journal including all excluding indexes)"
                        + (partitions > 1 ? " partition by hash (persistence_id)" : "")));
        for (int part = 0; partitions > 1 && part < partitions; part++) {
            statements.add(
                    "create table %1$s.event_journal_%2$d partition of %1$s.event_journal for values with (modulus %3$d, remainder %2$d)"
                            .formatted(SCHEMA, part, partitions));
        }
        statements.add("alter table " + SCHEMA
                + ".event_journal add constraint event_journal_pkey primary key (persistence_id, sequence_number)");
        statements.add("create index event_journal_ordering on " + SCHEMA + ".event_journal (ordering)");
        statements.add("create index event_journal_tail on " + SCHEMA + ".event_journal (tx_id, ordering)");
        statements.add("do $$ begin execute format('comment on table " + SCHEMA
                + ".event_journal is %L', obj_description('public.event_journal'::regclass, 'pg_class')); end $$");
        execute(connection, statements);
    }

    private void exchange(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(
                "alter table public.event_tag drop constraint event_tag_persistence_id_sequence_number_fkey",
                "alter sequence public.event_journal_ordering_seq owned by none",
                "create schema " + RETIRED));
        for (String table : tables(connection, "public")) {
            statements.add("alter table public." + table + " set schema " + RETIRED);
        }
        for (String table : tables(connection, SCHEMA)) {
            statements.add("alter table " + SCHEMA + "." + table + " set schema public");
        }
        statements.addAll(List.of(
                "alter sequence public.event_journal_ordering_seq owned by public.event_journal.ordering",
                "alter table " + RETIRED + ".event_journal alter column ordering drop default",
                "alter table public.event_tag add foreign key (persistence_id, sequence_number)"
                        + " references public.event_journal (persistence_id, sequence_number) on delete cascade",
                "drop schema " + SCHEMA + " cascade"));
        execute(connection, statements);
    }

    /** Copies the next rows and moves the position, in one statement. */
    private static String copyNext(String until) {
        return """
            with moved as (
                insert into rebuild_journal.event_journal (%1$s)
                select %1$s from public.event_journal j
                 where (j.tx_id, j.ordering) > (select tx_id, ordering from rebuild_journal.position) %2$s
                 order by j.tx_id, j.ordering limit %3$d
                returning tx_id, ordering),
            last as (select tx_id, ordering from moved order by tx_id desc, ordering desc limit 1),
            counted as (
                update rebuild_journal.position p set tx_id = last.tx_id, ordering = last.ordering,
                    events = events + (select count(*) from moved)
                  from last)
            select count(*) from moved""".formatted(COLUMNS, until, BATCH);
    }

    /** Of every slice: how many rows, and a sum that any other row changes. */
    private static String sumsOf(String schema) {
        return """
            select string_agg(format('%%s %%s %%s', slice, events, sum), ',' order by slice) from (
                select slice, count(*) as events, sum(hashtextextended(format('%%s %%s %%s %%s %%s %%s', persistence_id,
                           sequence_number, ordering, tx_id, event_ser_manifest, md5(event_payload)), 0)) as sum
                  from %s.event_journal
                 where (tx_id, ordering) <= (select tx_id, ordering from rebuild_journal.position)
                 group by slice) slices""".formatted(schema);
    }

    private static int step(Connection connection, String until) throws SQLException {
        try (Statement copy = connection.createStatement();
                ResultSet row = copy.executeQuery(copyNext(until))) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String sums(Connection connection, String schema) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sumsOf(schema))) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** The journal's table of a schema, and its partitions. */
    private static List<String> tables(Connection connection, String schema) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select c.relname from pg_class c
                 where c.oid = to_regclass(?) or c.oid in (select inhrelid from pg_inherits where inhparent = to_regclass(?))
                 order by c.relkind <> 'p', 1""")) {
            select.setString(1, schema + ".event_journal");
            select.setString(2, schema + ".event_journal");
            List<String> tables = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            return tables;
        }
    }

    /** How many tables hold the rows; 0 where there is no journal. */
    private static int parts(Connection connection, String schema) throws SQLException {
        int tables = tables(connection, schema).size();
        return tables > 1 ? tables - 1 : tables;
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select to_regnamespace(?) is not null")) {
            select.setString(1, schema);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement execute = connection.createStatement()) {
            for (String statement : statements) {
                execute.execute(statement);
            }
        }
    }

    private long number(String query) throws SQLException {
        return database.transact(connection -> {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}

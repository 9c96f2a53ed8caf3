package io.waymark.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waymark.events.JournalCodec;
import io.waymark.events.JournalCodec.Encoded;
import io.waymark.events.Meta;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.ReservationReceived;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.RebuildFailure;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.projection.Projection;
import io.waymark.runtime.projection.Projections;
import io.waymark.runtime.projection.rebuild.ProjectionRebuild;
import io.waymark.runtime.projection.rebuild.RebuildProgress;
import io.waymark.servers.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A read model of two partitions, made anew on a real server while events are written and it is read. */
class ProjectionRebuildIT {

    private static final int ENTITIES = 40;
    private static final int EVENTS = 4_000;
    private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Tenant HERE = new Tenant("ten_01J00000000000000000000000");
    private static final Meta META = new Meta(
            HERE, null, "test", null, null, "cmd_1", "digest", null, "test", null, null, MARCH, MARCH, null, Map.of(),
            false, "", "");
    private static final ReservationReceived EVENT =
            new ReservationReceived("post", "letter", new Revision(MARCH, "letter"), Kind.NEW, "bkg_x", null, null);

    private static final String URL = TestPostgres.freshDatabase();
    private static final Database.Address ADDRESS = new Database.Address(URL, "waymark", "");
    private static final AtomicInteger WRITTEN = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before all
    private static Node node;

    /** Counts the events of every entity, which shows an event that is missing or applied twice. */
    private static class Counting implements Projection {

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public List<String> tables() {
            return List.of("counted");
        }

        @Override
        public void apply(Connection connection, List<JournalRow> rows) throws SQLException {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    insert into counted select id, count(*) from unnest(?::text[]) id group by id order by id
                    on conflict (persistence_id) do update set events = counted.events + excluded.events""")) {
                upsert.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                rows.stream().map(JournalRow::persistenceId).toArray()));
                upsert.executeUpdate();
            }
        }
    }

    /** Does something in the middle of a rebuild. */
    private static final class Interrupted extends Counting {

        private final AtomicInteger batches = new AtomicInteger();
        private final Runnable third;

        Interrupted(Runnable third) {
            this.third = third;
        }

        @Override
        public void apply(Connection connection, List<JournalRow> rows) throws SQLException {
            super.apply(connection, rows);
            if (batches.incrementAndGet() == 3) {
                third.run();
            }
        }
    }

    @BeforeAll
    static void fill() throws SQLException {
        node = new Node(URL, "jdbc-journal");
        execute("""
                create table counted (persistence_id text constraint counted_key primary key, events bigint not null check (events > 0))
                    partition by hash (persistence_id);
                create table counted_0 partition of counted for values with (modulus 2, remainder 0);
                create table counted_1 partition of counted for values with (modulus 2, remainder 1);
                create index counted_events on counted (events) where events > 5;
                comment on table counted is 'Events of every entity.'""");
        append(EVENTS);
        Projections.start(node.platform.system(), node.database, new Counting());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void caughtUp() {
        awaitEqual();
    }

    @Test
    void aDamagedReadModelIsMadeAnewWhileItIsReadAndFollowed() throws Exception {
        String before = shape();
        execute("delete from counted where persistence_id = '" + id(7) + "'");
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> writer = threads.submit(() -> {
                int batches = 0;
                for (; !over.get(); batches++) {
                    append(20);
                }
                return batches;
            });
            Future<Integer> reader = threads.submit(() -> readForwards(over));

            RebuildProgress result = rebuild(new Counting()).run(true);
            over.set(true);

            assertThat(writer.get()).isPositive();
            assertThat(reader.get()).isPositive();
            assertThat(result.before()).isZero();
            assertThat(result.events()).isGreaterThanOrEqualTo(EVENTS).isEqualTo(result.live());
        }
        awaitEqual();
        assertThat(shape()).isEqualTo(before);
        assertThat(schemas()).isEmpty();
    }

    @Test
    void whatAKilledRunLeftIsGoneOnWith() throws Exception {
        Counting dying = new Interrupted(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> rebuild(dying).run(true)).hasMessage("killed");
        assertThat(schemas()).containsKey("rebuild_counting");

        RebuildProgress result = rebuild(new Counting()).run(false);

        assertThat(result.before()).isBetween(500L, result.events() - 1);
        awaitEqual();
        assertThat(schemas()).isEmpty();
    }

    @Test
    void whatAKilledRunLeftCanBeThrownAway() throws Exception {
        Counting dying = new Interrupted(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> rebuild(dying).run(true)).hasMessage("killed");

        assertThat(rebuild(new Counting()).run(true).before()).isZero();
        awaitEqual();
    }

    @Test
    void twoAtOnceAreRefused() throws Exception {
        AtomicBoolean refused = new AtomicBoolean();
        Counting asking = new Interrupted(() -> {
            assertThatThrownBy(() -> rebuild(new Counting()).run(true))
                    .isInstanceOf(RebuildFailure.class)
                    .hasMessage("counting is being rebuilt by another process: wait until it has ended.");
            refused.set(true);
        });

        rebuild(asking).run(true);

        assertThat(refused).isTrue();
        awaitEqual();
    }

    @Test
    void aProjectionThatWritesBesideItsTablesIsRefused() throws Exception {
        execute("create table beside (events bigint not null)");
        Counting spilling = new Counting() {
            @Override
            public void apply(Connection connection, List<JournalRow> rows) throws SQLException {
                super.apply(connection, rows);
                connection.createStatement().execute("insert into beside values (1)");
            }
        };

        assertThatThrownBy(() -> rebuild(spilling).run(true))
                .isInstanceOf(RebuildFailure.class)
                .hasMessageContaining("also writes to beside");

        assertThat(count("select count(*) from beside")).isZero();
        execute("drop table beside; drop schema rebuild_counting cascade");
    }

    @Test
    void tablesThatWereAlteredMeanwhileAreNotExchanged() throws SQLException {
        Counting altered = new Interrupted(() -> {
            try {
                execute("create index counted_later on counted (events desc)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThatThrownBy(() -> rebuild(altered).run(true)).hasMessageContaining("were altered meanwhile");

        execute("drop index counted_later");
    }

    @Test
    void aLongReaderIsWaitedForAndNobodyElseIs() throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection reader = node.database.source().getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("select * from counted limit 1");

            Future<RebuildProgress> result =
                    threads.submit(() -> rebuild(new Counting()).run(true));
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() ->
                            count("select count(*) from pg_locks where not granted and mode = 'AccessExclusiveLock'")
                                    == 1);
            assertThat(count("select count(*) from counted")).isEqualTo(ENTITIES);
            reader.commit();

            assertThat(result.get().events()).isGreaterThanOrEqualTo(EVENTS);
        }
        awaitEqual();
    }

    @Test
    void aProjectionThatNeverRanHasNothingToExchange() {
        Counting unknown = new Counting() {
            @Override
            public String name() {
                return "unknown";
            }
        };

        assertThatThrownBy(() -> rebuild(unknown).run(true))
                .hasMessage("unknown has never run here: start a node first.");
    }

    private static ProjectionRebuild rebuild(Projection projection) {
        return new ProjectionRebuild(ADDRESS, projection, InstantSource.system(), progress -> {});
    }

    /** Reads again and again; what was read once is never missing, and no count goes down. */
    private static int readForwards(AtomicBoolean over) throws SQLException {
        Map<String, Long> last = counted();
        int reads = 0;
        for (; !over.get(); reads++) {
            Map<String, Long> now = counted();
            last.forEach((entity, events) ->
                    assertThat(now.getOrDefault(entity, 0L)).as(entity).isGreaterThanOrEqualTo(events));
            last = now;
        }
        return reads;
    }

    private static void awaitEqual() {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(counted())
                        .isEqualTo(pairs("select persistence_id, count(*) from event_journal group by 1")));
    }

    private static Map<String, Long> counted() throws SQLException {
        return pairs("select persistence_id, events from counted");
    }

    private static Map<String, Long> schemas() throws SQLException {
        return pairs("select nspname, 1 from pg_namespace where nspname like 'rebuild%' or nspname like 'retired%'");
    }

    /** Everything by which the tables could be told from those of before. */
    private static String shape() throws SQLException {
        return pairs("""
                select line, 1 from (
                    select tablename || ' ' || indexdef as line from pg_indexes where tablename = 'counted'
                    union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = 'counted'::regclass
                    union all select inhrelid::regclass::text from pg_inherits where inhparent = 'counted'::regclass
                    union all select obj_description('counted'::regclass, 'pg_class')) lines""").toString();
    }

    private static String id(int entity) {
        return "Letter|" + HERE.entity("ltr_" + entity);
    }

    private static void append(int events) throws SQLException {
        JournalCodec codec = new JournalCodec();
        node.database.transact(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into event_journal (persistence_id, sequence_number, writer, write_timestamp, event_ser_id,
                        event_ser_manifest, event_payload) values (?, ?, 'test', 0, 0, ?, ?)""")) {
                for (int i = 0; i < events; i++) {
                    int number = WRITTEN.getAndIncrement();
                    Encoded row = codec.encode(META, EVENT);
                    insert.setString(1, id(number % ENTITIES));
                    insert.setLong(2, number / ENTITIES + 1);
                    insert.setString(3, row.name());
                    insert.setBytes(4, row.payload());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private static void execute(String statements) throws SQLException {
        node.database.transact(connection -> connection.createStatement().execute(statements));
    }

    private static long count(String query) throws SQLException {
        return node.database.transact(connection -> {
            try (ResultSet row = connection.createStatement().executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static Map<String, Long> pairs(String query) throws SQLException {
        return node.database.transact(connection -> {
            Map<String, Long> pairs = new TreeMap<>();
            try (ResultSet row = connection.createStatement().executeQuery(query)) {
                while (row.next()) {
                    pairs.put(row.getString(1), row.getLong(2));
                }
            }
            return pairs;
        });
    }
}

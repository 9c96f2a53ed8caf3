package io.waymark.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.events.JournalCodec;
import io.waymark.events.JournalPosition;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import io.waymark.runtime.entity.ShardedEntities;
import io.waymark.runtime.entity.Steps;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.journal.JournalTail;
import io.waymark.runtime.projection.ConsistencyToken;
import io.waymark.runtime.projection.PendingSteps;
import io.waymark.runtime.projection.Projection;
import io.waymark.runtime.projection.Projections;
import io.waymark.runtime.projection.Waker;
import io.waymark.servers.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The runtime on a real database and a real, if lonely, cluster, whatever writes the journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EntityShellScenarios {

    private static final Tenant HERE = new Tenant("ten_01J00000000000000000000000");
    private static final Tenant ELSEWHERE = new Tenant("ten_01J00000000000000000000001");
    private static final Instant MARCH = Instant.parse("2016-03-01T09:30:00Z");

    private final String url = TestPostgres.freshDatabase();
    private final String journal;
    private final Node node;
    private final AtomicInteger failures = new AtomicInteger();
    private final ShardedEntities<Letter, Letter.Command> letters;

    EntityShellScenarios(String journal) {
        this.journal = journal;
        this.node = new Node(url, journal);
        this.letters = node.platform.start(Letter.KIND.withSteps(id -> answering()));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void theAnswerComesAfterTheStepAndEveryEventIsChainedToTheOneBefore() throws SQLException {
        Reply<Letter> reply = ask("ltr_a", "hello", command("cmd_hello_1"));

        assertThat(reply).isEqualTo(new Reply.Done<>(new Letter.Answered(1), 2, false));
        List<JournalRow> rows = rows("Letter|" + HERE + ":ltr_a");
        assertThat(rows)
                .extracting(JournalRow::name)
                .containsExactly("channels.reservation-received.v1", "channels.reservation-applied.v1");
        assertThat(rows.get(0).meta().pending()).isTrue();
        assertThat(rows.get(0).meta().occurredAt()).isEqualTo(MARCH);
        assertThat(rows.get(1).meta().pending()).isFalse();
        assertThat(rows.get(1).meta().source()).isEqualTo("process");
        assertThat(rows.get(1).meta().previousHash())
                .isEqualTo(rows.get(0).meta().hash());
        for (byte[] payload : payloads("Letter|" + HERE + ":ltr_a")) {
            assertThat(JournalCodec.expectedHash(payload))
                    .isEqualTo(new String(payload, StandardCharsets.UTF_8)
                            .replaceAll(".*\"hash\":\"([0-9a-f]{64})\".*", "$1"));
        }
    }

    @Test
    void theSameCommandTakesEffectOnceAndItsIdIsGoodForNothingElse() {
        ask("ltr_b", "once", command("cmd_once_01"));

        assertThat(ask("ltr_b", "once", command("cmd_once_01")))
                .isEqualTo(new Reply.Done<>(new Letter.Answered(1), 1, true));
        assertThat(ask("ltr_b", "other", command("cmd_once_01")))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(
                                        ((Reply.Refused<?>) refused).problem().code())
                                .isEqualTo(ProblemCode.IDEMPOTENCY_CONFLICT));
    }

    @Test
    void aRefusedCommandLeavesNoTrace() throws SQLException {
        assertThat(ask("ltr_c", "", command("cmd_empty_1"))).isInstanceOf(Reply.Refused.class);
        assertThat(rows("Letter|" + HERE + ":ltr_c")).isEmpty();
    }

    @Test
    void anOutdatedExpectationIsRefused() {
        Origin first = command("cmd_expect1");
        Origin late =
                new Origin(HERE, null, "test", null, null, "cmd_expect2", null, "test", null, null, null, 7L, null);

        ask("ltr_d", "first", first);

        assertThat(ask("ltr_d", "second", late))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(
                                        ((Reply.Refused<?>) refused).problem().code())
                                .isEqualTo(ProblemCode.PRECONDITION_FAILED));
    }

    @Test
    void aStepThatFailsIsTriedAgainUntilItSucceeds() {
        failures.set(3);

        assertThat(ask("ltr_e", "patience", command("cmd_patient")))
                .isEqualTo(new Reply.Done<>(new Letter.Answered(1), 2, false));
    }

    @Test
    void anotherTenantMeetsAnEmptyEntity() {
        ask("ltr_f", "private", command("cmd_private"));

        assertThat(join(letters.read(ELSEWHERE, "ltr_f"))).isEqualTo(new Reply.Done<>(new Letter.None(), 0, false));
        assertThat(join(node.platform.history(Letter.KIND).steps(ELSEWHERE, "ltr_f")))
                .isEmpty();
    }

    @Test
    void thePastCanBeRead() {
        ask("ltr_g", "past", command("cmd_past_01"));
        var history = node.platform.history(Letter.KIND);

        assertThat(join(history.asOf(HERE, "ltr_g", MARCH.minusSeconds(1))).state())
                .isEqualTo(new Letter.None());
        assertThat(join(history.asOf(HERE, "ltr_g", MARCH)).revision()).isEqualTo(2);
        assertThat(join(history.atRevision(HERE, "ltr_g", 1)).state()).isInstanceOf(Letter.Received.class);
    }

    @Test
    void aProjectionAppliesEveryEventOnceAndAReadCanWaitForItsWrite() throws SQLException {
        Counting counting = new Counting();
        node.database.transact(connection -> connection
                .createStatement()
                .execute("create table counted (persistence_id text primary key, events bigint not null)"));
        Projections.start(node.platform.system(), node.database, counting);

        for (int i = 0; i < 50; i++) {
            ask("ltr_h", "letter " + i, command("cmd_count_" + i));
        }

        var token = new ConsistencyToken("Letter", "ltr_h", 100);
        assertThat(join(node.platform.caughtUp().await(HERE, counting.name(), token, Duration.ofSeconds(20))))
                .isTrue();
        assertThat(counted("Letter|" + HERE + ":ltr_h")).isEqualTo(100);
        var never = new ConsistencyToken("Letter", "ltr_h", 101);
        assertThat(join(node.platform.caughtUp().await(HERE, "nobody", token, Duration.ofMillis(50))))
                .isFalse();
        assertThat(never.text()).isNotEqualTo(token.text());
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() throws SQLException {
        try (Connection early = DriverManager.getConnection(url, "waymark", "")) {
            JournalPosition before = await().until(this::end, end -> committedAfter(end) == 0);
            early.setAutoCommit(false);
            insertRow(early, "Letter|late:1");
            ask("ltr_i", "overtakes", command("cmd_overtak"));

            assertThat(tail(before)).isEmpty();
            early.commit();
            await().untilAsserted(() ->
                    assertThat(tail(before)).startsWith("Letter|late:1").contains("Letter|" + HERE + ":ltr_i"));
        }
    }

    @Test
    void whoOwesAStepWhenItsNodeDiesIsWokenOnTheNext() throws SQLException {
        String other = TestPostgres.freshDatabase();
        EntityKind<Letter, Letter.Command, ?> stuck = Letter.KIND.withSteps(id -> neverAnswering());
        try (Node dying = new Node(other, journal)) {
            dying.platform.start(stuck).ask("ltr_j", new Letter.Command.Receive("help"), command("cmd_help_01"));
            await().atMost(Duration.ofSeconds(20)).until(() -> events(other) == 1);
        }
        try (Node next = new Node(other, journal)) {
            ShardedEntities<Letter, Letter.Command> revived =
                    next.platform.start(Letter.KIND.withSteps(id -> answering()));
            Projections.start(next.platform.system(), next.database, new PendingSteps());
            Waker.start(next.platform.system(), next.database, List.of(revived));

            await().atMost(Duration.ofSeconds(40)).until(() -> events(other) == 2);
        }
    }

    @Test
    void sealedDataIsOpenedOnlyWhileItsKeyExists() {
        var vault = node.platform.vault();
        var sealed = join(vault.seal(HERE, "sub_1", "Ada Lovelace"));

        assertThat(sealed.box()).doesNotContain("Ada");
        assertThat(join(vault.open(HERE, sealed, String.class))).contains("Ada Lovelace");
        assertThat(join(vault.open(ELSEWHERE, sealed, String.class))).isEmpty();
        assertThat(join(vault.erase(HERE, "sub_1"))).isTrue();
        assertThat(join(vault.open(HERE, sealed, String.class))).isEmpty();
        assertThat(vault.seal(HERE, "sub_1", "again")).failsWithin(Duration.ofSeconds(5));
    }

    private Steps<Letter, Letter.Command> answering() {
        return new Answering() {
            @Override
            public CompletionStage<Letter.Command> carryOut(Letter letter, Origin origin) {
                return failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                        ? CompletableFuture.failedFuture(new IllegalStateException("the post is closed"))
                        : CompletableFuture.completedFuture(new Letter.Command.NoteAnswer());
            }
        };
    }

    private static Steps<Letter, Letter.Command> neverAnswering() {
        return new Answering() {
            @Override
            public CompletionStage<Letter.Command> carryOut(Letter letter, Origin origin) {
                return new CompletableFuture<>();
            }
        };
    }

    private interface Answering extends Steps<Letter, Letter.Command> {
        @Override
        default boolean pending(Letter letter) {
            return letter instanceof Letter.Received;
        }
    }

    /** Counts the events of each entity. */
    private static final class Counting implements Projection {
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
                    insert into counted values (?, 1)
                    on conflict (persistence_id) do update set events = counted.events + 1""")) {
                for (JournalRow row : rows) {
                    upsert.setString(1, row.persistenceId());
                    upsert.executeUpdate();
                }
            }
        }
    }

    private static Origin command(String id) {
        return new Origin(HERE, null, "test", null, null, id, null, "test", null, null, MARCH, null, null);
    }

    private Reply<Letter> ask(String id, String text, Origin origin) {
        return join(letters.ask(id, new Letter.Command.Receive(text), origin));
    }

    private static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The entity's rows, once the tail gives them all: any other transaction, vacuum's too, can hold it back for a moment. */
    private List<JournalRow> rows(String persistenceId) throws SQLException {
        int written = payloads(persistenceId).size();
        return await().until(() -> inTail(persistenceId), rows -> rows.size() == written);
    }

    private List<JournalRow> inTail(String persistenceId) throws SQLException {
        return node.database.transact(
                connection -> JournalTail.next(connection, JournalPosition.START, 0, 63, 10_000).rows().stream()
                        .filter(row -> row.persistenceId().equals(persistenceId))
                        .toList());
    }

    private List<byte[]> payloads(String persistenceId) throws SQLException {
        return node.database.transact(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select event_payload from event_journal where persistence_id = ? order by sequence_number")) {
                select.setString(1, persistenceId);
                ArrayList<byte[]> payloads = new ArrayList<>();
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        payloads.add(result.getBytes(1));
                    }
                }
                return payloads;
            }
        });
    }

    private long committedAfter(JournalPosition position) {
        try {
            return node.database.transact(connection -> {
                try (PreparedStatement select = connection.prepareStatement(
                        "select count(*) from event_journal where (tx_id, ordering) > (?::xid8, ?)")) {
                    select.setString(1, Long.toUnsignedString(position.txId()));
                    select.setLong(2, position.ordering());
                    try (ResultSet result = select.executeQuery()) {
                        result.next();
                        return result.getLong(1);
                    }
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private JournalPosition end() throws SQLException {
        return node.database.transact(connection -> JournalTail.next(connection, JournalPosition.START, 0, 63, 100_000)
                .last());
    }

    private List<String> tail(JournalPosition after) throws SQLException {
        return node.database.transact(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select persistence_id from event_journal
                     where (tx_id, ordering) > (?::xid8, ?) and tx_id < (select tail_horizon())
                     order by tx_id, ordering""")) {
                select.setString(1, Long.toUnsignedString(after.txId()));
                select.setLong(2, after.ordering());
                ArrayList<String> ids = new ArrayList<>();
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        ids.add(result.getString(1));
                    }
                }
                return ids;
            }
        });
    }

    private static void insertRow(Connection connection, String persistenceId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into event_journal (persistence_id, sequence_number, writer, write_timestamp, event_ser_id,
                                           event_ser_manifest, event_payload)
                values (?, 1, 'test', 0, 0, 'of.a-later-release.v1', '{}')""")) {
            insert.setString(1, persistenceId);
            insert.executeUpdate();
        }
    }

    private long counted(String persistenceId) throws SQLException {
        return node.database.transact(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select events from counted where persistence_id = ?")) {
                select.setString(1, persistenceId);
                try (ResultSet result = select.executeQuery()) {
                    return result.next() ? result.getLong(1) : 0;
                }
            }
        });
    }

    private static long events(String databaseUrl) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl, "waymark", "");
                ResultSet result = connection.createStatement().executeQuery("select count(*) from event_journal")) {
            result.next();
            return result.getLong(1);
        }
    }
}

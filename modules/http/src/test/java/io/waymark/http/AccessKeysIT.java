package io.waymark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.servers.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The keys in a real database, under a clock that the test moves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessKeysIT {

    private static final Tenant TENANT = new Tenant("ten_01J00000000000000000000000");

    private final Database database =
            Database.open("keys", new Database.Address(TestPostgres.freshDatabase(), "waymark", ""), 3);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private final InstantSource clock = now::get;
    private final AccessKeys keys = new AccessKeys(database, clock);

    @BeforeAll
    void migrate() {
        Migrations.run(database.source(), "http");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aKeyStandsForItsTenantAndItsScopes() throws Exception {
        insert("wmk_a_1", null, "bookings:read", "of-a-later-release:read");

        assertThat(caller("wmk_a_1")).hasValueSatisfying(caller -> {
            assertThat(caller.tenant()).isEqualTo(TENANT);
            assertThat(caller.actor()).isEqualTo("key:wmk_a_1");
            assertThat(caller.may(Scope.BOOKINGS_READ)).isTrue();
            assertThat(caller.scopes()).hasSize(1);
        });
    }

    @Test
    void aRevokedKeyIsRefusedTwoSecondsLaterAtMost() throws Exception {
        insert("wmk_b_1", null, "bookings:read");
        assertThat(caller("wmk_b_1")).isPresent();

        execute("delete from access_key where id = 'wmk_b_1'");
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(2)));

        assertThat(caller("wmk_b_1")).isEmpty();
    }

    @Test
    void aNewKeyWorksTwoSecondsAfterItWasRefusedAtMost() throws Exception {
        assertThat(caller("wmk_c_1")).isEmpty();
        insert("wmk_c_1", null, "bookings:read");
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(2)));

        assertThat(caller("wmk_c_1")).isPresent();
    }

    @Test
    void anExpiredKeyIsRefused() throws Exception {
        insert("wmk_d_1", "-1 second", "bookings:read");
        insert("wmk_d_2", "1 hour", "bookings:read");

        assertThat(caller("wmk_d_1")).isEmpty();
        assertThat(caller("wmk_d_2")).isPresent();
    }

    @Test
    void almostTheKeyIsNotTheKey() throws Exception {
        insert("wmk_e_secret", null, "bookings:read");

        for (String wrong : new String[] {"wmk_e_secre", "wmk_e_secret ", "WMK_e_secret", "wmk_e_secreT", "", "wmk_"}) {
            assertThat(caller(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void theKeyItselfIsNowhereInTheDatabase() throws Exception {
        insert("wmk_f_secret", null, "bookings:read");

        String hex = database.transact(connection -> {
            try (var row = connection
                    .createStatement()
                    .executeQuery("select encode(secret_sha256, 'escape') from access_key where id = 'wmk_f_secret'")) {
                return row.next() ? row.getString(1) : "";
            }
        });

        assertThat(hex).isNotEmpty().doesNotContain("secret");
    }

    private Optional<Caller> caller(String key) throws Exception {
        return keys.caller(key).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void insert(String key, @Nullable String expiresIn, String... scopes) throws SQLException {
        database.transact(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into access_key (id, tenant, name, secret_sha256, scopes, expires_at)
                    values (?, ?, 'test', ?, ?, clock_timestamp() + ?::interval)""")) {
                insert.setString(1, key);
                insert.setString(2, TENANT.id());
                insert.setBytes(3, Ids.sha256(key.getBytes(StandardCharsets.UTF_8)));
                insert.setArray(4, connection.createArrayOf("text", scopes));
                insert.setString(5, expiresIn);
                return insert.executeUpdate();
            }
        });
    }

    private void execute(String sql) throws SQLException {
        database.transact(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return statement.executeUpdate();
            }
        });
    }
}

package io.waymark.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {

    @TempDir
    Path folder;

    @AfterEach
    void stopWhatATestLeft() {
        LocalPostgres.stopIn(folder.resolve("data"));
    }

    @Test
    void keepsItsDataAndItsDurabilityOverARestart() throws SQLException {
        LocalPostgres first = start(Ports.free());
        try (Connection connection = DriverManager.getConnection(first.jdbcUrl("waymark"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (x int)");
            statement.execute("insert into kept values (42)");
        }
        first.stop();

        LocalPostgres second = start(Ports.free());

        assertThat(ask(second, "select x from kept")).isEqualTo("42");
        assertThat(ask(second, "show fsync")).isEqualTo("on");
        assertThat(ask(second, "show synchronous_commit")).isEqualTo("on");
        assertThat(ask(second, "show full_page_writes")).isEqualTo("on");
    }

    @Test
    void aServerLeftBehindIsAdoptedOnItsPortAndReplacedOnAnother() throws SQLException {
        LocalPostgres left = start(Ports.free());

        LocalPostgres adopted = start(left.port());
        LocalPostgres moved = start(Ports.free());

        assertThat(adopted.pid()).isEqualTo(left.pid());
        assertThat(moved.pid()).isNotEqualTo(left.pid());
        assertThatCode(() -> Ports.requireFree(left.port(), "the old server", "nothing"))
                .doesNotThrowAnyException();
        assertThat(ask(moved, "select current_user")).isEqualTo("waymark");
    }

    @Test
    void aKilledServerComesBackWithEverythingCommitted() throws SQLException {
        LocalPostgres killed = start(Ports.free());
        ask(killed, "create table kept as select 7 as x");
        ProcessHandle process = ProcessHandle.of(killed.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        LocalPostgres back = start(killed.port());

        assertThat(ask(back, "select x from kept")).isEqualTo("7");
    }

    @Test
    void theAnalystReadsOnlyWhatTheWarehouseGrants() throws SQLException {
        LocalPostgres server = start(Ports.free());
        ask(server, "create table secret as select 1 as x");

        String url = server.jdbcUrl("waymark").replace("user=waymark", "user=analyst");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select x from public.secret"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("create table mine (x int)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aTakenPortIsSaidWithTheSettingThatChoosesAnother() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(other.getLocalPort()))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessage("Port %d of PostgreSQL is taken by another program: ".formatted(other.getLocalPort())
                            + "stop that program or set WAYMARK_PG_PORT to a free port.");
        }
    }

    private LocalPostgres start(int port) {
        return LocalPostgres.start(folder.resolve("data"), port, folder.resolve("logs/postgres.log"));
    }

    private static String ask(LocalPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("waymark"));
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}

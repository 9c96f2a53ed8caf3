package io.waymark.scenarios.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.kernel.Ids;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.stack.Command;
import io.waymark.scenarios.stack.Hotel;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import io.waymark.servers.Folders;
import io.waymark.servers.LocalPostgres;
import io.waymark.servers.Ports;
import io.waymark.servers.PostgresBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A backup of a running Waymark, restored beside it, and looked at with the statements that the drill on Kubernetes uses. */
@ExtendWith(WaymarkExtension.class)
class RestoreDrillIT {

    private static final int BOOKINGS = 20;

    private final RunningWaymark waymark;
    private final Path folder;

    RestoreDrillIT(RunningWaymark waymark) {
        this.waymark = waymark;
        this.folder = waymark.settings().data().resolveSibling("drill");
        Folders.delete(folder);
    }

    @AfterEach
    void stop() {
        LocalPostgres.stopIn(folder.resolve("restored"));
        Folders.delete(folder);
    }

    @Test
    void aRestoredBackupIsWholeAndADamagedOneIsFound() throws SQLException, IOException {
        book();
        Command.Outcome backup =
                waymark.waymark("backup", folder.resolve("backup").toString());
        assertThat(backup.exitCode()).as(backup.output()).isZero();

        PostgresBackup.restore(folder.resolve("backup"), folder.resolve("restored"));
        LocalPostgres restored =
                LocalPostgres.start(folder.resolve("restored"), Ports.free(), folder.resolve("restored.log"));
        try (Connection connection = DriverManager.getConnection(restored.jdbcUrl("waymark"));
                Statement statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(
                    "select count(*) from event_journal where event_ser_manifest = 'booking.confirmed.v1'")) {
                rows.next();
                assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(BOOKINGS);
            }
            statement.execute(check());

            statement.execute("update projection_position set tx_id = '9223372036854775807'::xid8");
            assertThatThrownBy(() -> statement.execute(check())).hasMessageContaining("ahead of the journal");
            statement.execute("update projection_position set tx_id = '0'::xid8, ordering = 0");
            statement.execute("delete from event_journal where ordering = (select ordering from event_journal"
                    + " where sequence_number = 1 and persistence_id like 'Booking%' limit 1)");
            assertThatThrownBy(() -> statement.execute(check())).hasMessageContaining("entities have gaps");
        }
    }

    @Test
    void nothingIsRestoredBeneathARunningWaymark() {
        Command.Outcome outcome = waymark.waymark("restore", folder.toString());

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("./waymark down");
    }

    private void book() {
        ApiClient admin = waymark.admin();
        Hotel hotel = Hotel.open(waymark, admin, "DRILL", BOOKINGS);
        for (int number = 0; number < BOOKINGS; number++) {
            admin.put(
                            "/v1/bookings/" + Ids.derived("bkg", "drill", Integer.toString(number)),
                            hotel.booking(Hotel.OPENING.plusDays(1), Hotel.OPENING.plusDays(2)))
                    .succeeded();
        }
    }

    /** Without what only psql understands. */
    private static String check() throws IOException {
        return Files.readString(AlertRules.ROOT.resolve("k8s/overlays/drill/check.sql"))
                .replace("\\set ON_ERROR_STOP on", "");
    }
}

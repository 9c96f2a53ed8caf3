package io.waymark.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.Slices;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.servers.testing.TestPostgres;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The column that fills itself and the function that projections and the pipeline use are the same for every id. */
class SliceColumnIT {

    private static final int IDS = 500;

    @Test
    void theColumnAndTheFunctionAgree() throws SQLException {
        try (Database database =
                Database.open("slices", new Database.Address(TestPostgres.freshDatabase(), "waymark", ""), 3)) {
            Migrations.run(database.source(), "runtime");

            Map<String, Integer> slices = database.transact(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("""
                        insert into event_journal (persistence_id, sequence_number, writer, event_ser_id,
                            event_ser_manifest, event_payload)
                        values (?, 1, '', 0, '', '') returning persistence_id, slice""")) {
                    Map<String, Integer> written = new HashMap<>();
                    for (int i = 0; i < IDS; i++) {
                        insert.setString(1, "Köşk|ten_x:bkg_" + i);
                        try (ResultSet row = insert.executeQuery()) {
                            row.next();
                            written.put(row.getString(1), row.getInt(2));
                        }
                    }
                    return written;
                }
            });

            assertThat(slices)
                    .hasSize(IDS)
                    .allSatisfy((id, slice) -> assertThat(slice).isEqualTo(Slices.of(id)));
            assertThat(slices.values()).contains(0, Slices.COUNT - 1);
        }
    }
}

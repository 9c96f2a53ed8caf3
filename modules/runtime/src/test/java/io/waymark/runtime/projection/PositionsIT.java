package io.waymark.runtime.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.events.JournalPosition;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.servers.testing.TestPostgres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A projection is given more workers: none of them goes back, and none skips anything. */
class PositionsIT {

    private final Database database =
            Database.open("test", new Database.Address(TestPostgres.freshDatabase(), "waymark", ""), 2);

    @BeforeEach
    void twoWorkers() throws SQLException {
        Migrations.run(database.source(), "runtime");
        database.transact(connection -> connection.createStatement().execute("""
                insert into projection_position (projection, first_slice, last_slice, tx_id, ordering, events)
                values ('p', 0, 31, '100', 7, 50), ('p', 32, 63, '120', 9, 60), ('q', 0, 63, '1', 1, 1)"""));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWiderRangeIsCutByTheFirstWorkerThatNeedsAPart() throws SQLException {
        assertThat(lock(48, 63)).isEqualTo(new JournalPosition(120, 9));
        assertThat(lock(0, 15)).isEqualTo(new JournalPosition(100, 7));
        assertThat(lock(16, 31)).isEqualTo(new JournalPosition(100, 7));

        assertThat(ranges("p")).containsExactly("0-15 100:7 50", "16-31 100:7 0", "32-47 120:9 60", "48-63 120:9 0");
        assertThat(ranges("q")).containsExactly("0-63 1:1 1");
    }

    @Test
    void intoAsManyAsThereAreSlices() throws SQLException {
        assertThat(lock(40, 40)).isEqualTo(new JournalPosition(120, 9));

        assertThat(ranges("p")).hasSize(33).contains("32-32 120:9 60", "63-63 120:9 0");
    }

    @Test
    void theSameRangesStay() throws SQLException {
        lock(0, 31);
        lock(32, 63);

        assertThat(ranges("p")).containsExactly("0-31 100:7 50", "32-63 120:9 60");
    }

    @Test
    void fewerWorkersThanBeforeAreRefused() {
        assertThatThrownBy(() -> lock(0, 63)).hasMessageContaining("other slice ranges");
    }

    @Test
    void whoNeverRanStartsAtTheBeginning() throws SQLException {
        JournalPosition position =
                database.transact(connection -> Positions.lock(connection, "new", new SliceRange(0, 15)));

        assertThat(position).isEqualTo(JournalPosition.START);
    }

    private JournalPosition lock(int first, int last) throws SQLException {
        return database.transact(connection -> Positions.lock(connection, "p", new SliceRange(first, last)));
    }

    private List<String> ranges(String projection) throws SQLException {
        return database.transact(connection -> {
            List<String> ranges = new ArrayList<>();
            try (ResultSet row = connection.createStatement().executeQuery("""
                    select first_slice || '-' || last_slice || ' ' || tx_id || ':' || ordering || ' ' || events
                      from projection_position where projection = '%s' order by first_slice""".formatted(projection))) {
                while (row.next()) {
                    ranges.add(row.getString(1));
                }
            }
            return ranges;
        });
    }
}

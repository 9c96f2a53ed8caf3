package io.waymark.launcher.scenario.faults;

import io.waymark.launcher.Settings;
import io.waymark.launcher.verify.Check;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Whether the times that events carry are those at which they were written, whatever the clocks of nodes did. */
final class RecordedTimes {

    private static final String NAME = "recorded times follow the journal's order";

    /** In the journal's order no event may be recorded long before one that was written earlier. */
    private static final String OUT_OF_ORDER = """
            select count(*), count(*) filter (where recorded < latest - interval '30 seconds'),
                   max(latest - recorded)
              from (select recorded, max(recorded) over (order by ordering) as latest
                      from (select ordering,
                                   (convert_from(event_payload, 'UTF8')::jsonb #>> '{meta,recordedAt}')::timestamptz
                                       as recorded
                              from event_journal) as times) as running""";

    private RecordedTimes() {}

    static Check check(Settings settings) throws SQLException {
        try (Connection journal = DriverManager.getConnection(
                        settings.databaseUrl("waymark") + "?user=waymark&options=-c%20statement_timeout=0");
                Statement statement = journal.createStatement();
                ResultSet result = statement.executeQuery(OUT_OF_ORDER)) {
            result.next();
            long late = result.getLong(2);
            return new Check(
                    NAME,
                    result.getLong(1),
                    late,
                    late == 0 ? List.of() : List.of("up to " + result.getString(3) + " before an earlier event"));
        }
    }
}

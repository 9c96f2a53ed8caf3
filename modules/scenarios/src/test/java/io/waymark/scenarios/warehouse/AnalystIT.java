package io.waymark.scenarios.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.scenarios.replay.Replays;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A role that reads everything and changes nothing, comments on all of it, and the questions of docs/warehouse.md. */
@ExtendWith(WaymarkExtension.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AnalystIT {

    private static final Path GUIDE = Path.of("..", "..", "docs", "warehouse.md");
    private static final Pattern QUESTION = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyQuestionOfTheGuideHasAnAnswer(RunningWaymark waymark) throws Exception {
        Replays.small(waymark);
        List<String> questions = questions();
        assertThat(questions).hasSizeGreaterThanOrEqualTo(3);
        try (Connection warehouse = waymark.analyst();
                Statement statement = warehouse.createStatement()) {
            for (String question : questions) {
                // A thousand reservations are too few for the guide's own threshold.
                try (ResultSet answer = statement.executeQuery(question.replace("having count(*) >= 50", ""))) {
                    assertThat(answer.next()).as(question).isTrue();
                }
            }
        }
    }

    @Test
    void anAnalystChangesNothingAndWaitsForNothingForEver(RunningWaymark waymark) throws SQLException {
        try (Connection warehouse = waymark.analyst();
                Statement statement = warehouse.createStatement()) {
            for (String change : List.of(
                    "delete from fact_booking",
                    "update dim_property set name = 'x'",
                    "create table mine (id int)",
                    "set default_transaction_read_only = off; drop table fact_booking")) {
                assertThatThrownBy(() -> statement.execute(change)).as(change).isInstanceOf(SQLException.class);
            }
            try (ResultSet timeout = statement.executeQuery("show statement_timeout")) {
                timeout.next();
                assertThat(timeout.getString(1)).isEqualTo("1min");
            }
        }
        String journal = waymark.settings().databaseUrl("waymark") + "?user=analyst";
        assertThatThrownBy(() -> read(journal)).hasMessageContaining("permission denied");
    }

    @Test
    void everyTableAndColumnSaysWhatItIs(RunningWaymark waymark) throws SQLException {
        List<String> silent = new ArrayList<>();
        try (Connection warehouse = waymark.analyst();
                Statement statement = warehouse.createStatement();
                ResultSet result = statement.executeQuery("""
                        select c.relname || coalesce('.' || a.attname, '')
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'warehouse'
                        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and c.relkind <> 'v'
                        where c.relkind in ('r', 'p', 'v') and c.relname <> 'flyway_schema_history'
                          and (col_description(c.oid, a.attnum) is null and a.attnum is not null
                            or obj_description(c.oid, 'pg_class') is null)
                        order by 1""")) {
            while (result.next()) {
                silent.add(result.getString(1));
            }
        }
        assertThat(silent).isEmpty();
    }

    private static void read(String url) throws SQLException {
        try (Connection journal = DriverManager.getConnection(url);
                Statement statement = journal.createStatement()) {
            statement.executeQuery("select count(*) from public.event_journal").close();
        }
    }

    private static List<String> questions() throws IOException {
        return QUESTION.matcher(Files.readString(GUIDE))
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}

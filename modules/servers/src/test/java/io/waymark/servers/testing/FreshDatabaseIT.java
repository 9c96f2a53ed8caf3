package io.waymark.servers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FreshDatabaseIT {

    @Test
    void everyCallGivesAnEmptyDatabaseOfTheSameServer() throws SQLException {
        String first = TestPostgres.freshDatabase();
        String second = TestPostgres.freshDatabase();

        assertThat(first).isNotEqualTo(second);
        for (String url : new String[] {first, second}) {
            try (Connection connection = DriverManager.getConnection(url);
                    ResultSet tables = connection
                            .createStatement()
                            .executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
                tables.next();
                assertThat(tables.getInt(1)).isZero();
            }
        }
    }
}

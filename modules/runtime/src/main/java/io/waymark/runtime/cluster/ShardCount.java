package io.waymark.runtime.cluster;

import io.waymark.runtime.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The number of shards, fixed when the first node starts.
 *
 * <p>With another number the same entity would live in two shards, and two nodes would write its journal. So a node whose
 * configuration differs refuses to start.
 */
public final class ShardCount {

    private ShardCount() {}

    /**
     * Stores the number on the first start and compares it on every later one.
     *
     * @throws IllegalStateException if it is another number than the journal was begun with
     */
    public static void check(Database database, int configured) throws SQLException {
        int stored = database.transact(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into installation (name, value) values ('shards', ?) on conflict do nothing")) {
                insert.setString(1, Integer.toString(configured));
                insert.executeUpdate();
            }
            try (PreparedStatement select =
                            connection.prepareStatement("select value from installation where name = 'shards'");
                    ResultSet result = select.executeQuery()) {
                result.next();
                return Integer.parseInt(result.getString(1));
            }
        });
        if (stored != configured) {
            throw new IllegalStateException("This journal was begun with " + stored + " shards, but "
                    + "pekko.cluster.sharding.number-of-shards is " + configured + ". Set it back to " + stored + ".");
        }
    }
}

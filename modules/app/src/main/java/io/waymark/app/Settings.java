package io.waymark.app;

import io.waymark.runtime.cluster.NodeRole;
import io.waymark.runtime.database.Database.Address;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What differs from one node to the next, from the environment.
 *
 * @param node the node's name, such as {@code node-1}
 * @param seeds where other nodes are, {@code host:port}
 * @param roles what the node does in the cluster
 * @param journalPartitions how many a new journal gets; one that is there keeps its own
 * @param elasticsearchKey an API key, where search asks for one
 * @param masterKey 32 bytes that wrap the subject keys
 */
@SuppressWarnings("ArrayRecordComponent") // a key, passed on once; settings are never compared
record Settings(
        String node,
        String httpHost,
        int httpPort,
        List<String> seeds,
        List<NodeRole> roles,
        int journalPartitions,
        Address journal,
        Address warehouse,
        URI elasticsearch,
        @Nullable String elasticsearchKey,
        URI flink,
        byte[] masterKey) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_PARTITIONS = 64;

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException with a sentence that names the variable that is missing or wrong
     */
    static Settings from(Map<String, String> environment) {
        return new Settings(
                environment.getOrDefault("WAYMARK_NODE", "node-1"),
                environment.getOrDefault("WAYMARK_HTTP_HOST", "127.0.0.1"),
                port(environment, "WAYMARK_HTTP_PORT", 8080),
                List.of(environment
                        .getOrDefault("WAYMARK_SEEDS", "127.0.0.1:17355")
                        .split(",")),
                roles(environment),
                number(environment, "WAYMARK_JOURNAL_PARTITIONS", 1, MOST_PARTITIONS),
                address(environment, "WAYMARK_PG", "waymark", "waymark"),
                address(environment, "WAYMARK_WAREHOUSE", "warehouse", "waymark"),
                URI.create(environment.getOrDefault("WAYMARK_ES_URL", "http://127.0.0.1:19200")),
                environment.get("WAYMARK_ES_API_KEY"),
                URI.create(environment.getOrDefault(
                        "WAYMARK_FLINK_URL", "http://127.0.0.1:" + port(environment, "WAYMARK_FLINK_PORT", 18081))),
                masterKey(environment.get("WAYMARK_MASTER_KEY")));
    }

    private static List<NodeRole> roles(Map<String, String> environment) {
        return Stream.of(environment
                        .getOrDefault("WAYMARK_ROLES", "entities,projections")
                        .split(",", -1))
                .map(NodeRole::of)
                .toList();
    }

    private static Address address(Map<String, String> environment, String prefix, String database, String user) {
        return new Address(
                environment.getOrDefault(prefix + "_URL", "jdbc:postgresql://127.0.0.1:15432/" + database),
                environment.getOrDefault(prefix + "_USER", user),
                environment.getOrDefault(prefix + "_PASSWORD", ""));
    }

    private static int port(Map<String, String> environment, String name, int standard) {
        return number(environment, name, standard, HIGHEST_PORT);
    }

    private static int number(Map<String, String> environment, String name, int standard, int most) {
        String text = environment.getOrDefault(name, Integer.toString(standard));
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with the same words as a number out of range.
        }
        throw new IllegalArgumentException(name + " takes a number from 1 to " + most + ", not " + text + ".");
    }

    private static byte[] masterKey(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException(
                    "WAYMARK_MASTER_KEY is not set: it takes the base64 of 32 random bytes, kept outside the database.");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("WAYMARK_MASTER_KEY is not base64.", e);
        }
        if (key.length != 32) {
            throw new IllegalArgumentException("WAYMARK_MASTER_KEY has " + key.length + " bytes instead of 32.");
        }
        return key;
    }
}

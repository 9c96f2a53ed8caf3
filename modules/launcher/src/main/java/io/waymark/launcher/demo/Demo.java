package io.waymark.launcher.demo;

import io.waymark.launcher.Settings;
import io.waymark.launcher.parts.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code var/demo.json}: everything a demo user needs, readable by its owner alone. Its secrets are made once and kept. */
public record Demo(
        String baseUrl,
        String tenant,
        String consoleUrl,
        Map<String, String> apiKeys,
        Channel alpinebits,
        Warehouse warehouse,
        String elasticsearchUrl,
        String flinkUrl) {

    static final String ADMIN = "admin";
    static final String ANALYST = "analyst";
    static final String OPERATIONS = "operations";

    /** The channel connection of the demo: its name with us is the user name. */
    public record Channel(String url, String user, String password) {}

    /** Read-only access to the star schema. */
    public record Warehouse(String jdbcUrl, String psql, String user) {}

    /** Sorted as they are read: what may do most comes first. */
    public Demo {
        apiKeys = new LinkedHashMap<>(apiKeys);
    }

    public static Optional<Demo> read(Settings settings) {
        return Json.read(settings.demoFile(), Demo.class);
    }

    /** The demo of this data folder, with today's addresses; made with new secrets when there is none. */
    public static Demo readOrMake(Settings settings, Secrets secrets) {
        Demo demo = read(settings)
                .map(old -> at(
                        settings, old.tenant(), old.apiKeys(), old.alpinebits().password()))
                .orElseGet(() -> at(settings, secrets.id("ten"), newKeys(secrets), secrets.password()));
        Json.write(settings.demoFile(), demo);
        return demo;
    }

    /** The key that may do everything. */
    public String adminKey() {
        return apiKeys.getOrDefault(ADMIN, "");
    }

    private static Map<String, String> newKeys(Secrets secrets) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(ADMIN, secrets.apiKey());
        keys.put(OPERATIONS, secrets.apiKey());
        keys.put(ANALYST, secrets.apiKey());
        return keys;
    }

    private static Demo at(Settings settings, String tenant, Map<String, String> keys, String channelPassword) {
        String base = settings.nodeUrl(1).toString();
        String warehouse = settings.databaseUrl("warehouse");
        return new Demo(
                base,
                tenant,
                "%s/#key=%s".formatted(base, keys.getOrDefault(ADMIN, "")),
                keys,
                new Channel(base + "/alpinebits", "demo-channel", channelPassword),
                new Warehouse(
                        warehouse + "?user=analyst",
                        "psql postgresql://analyst@127.0.0.1:%d/warehouse".formatted(settings.postgresPort()),
                        "analyst"),
                settings.elasticsearchUrl().toString(),
                settings.flinkUrl().toString());
    }
}

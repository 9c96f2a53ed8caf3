package io.waymark.runtime;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.vault.PostgresVault;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.jspecify.annotations.Nullable;

/** A node of one, on a database that may outlive it. */
final class Node implements AutoCloseable {

    final Platform platform;
    final Database database;

    private final ActorSystem<Void> system;

    Node(String databaseUrl, String journal) {
        this(databaseUrl, journal, Map.of(), null);
    }

    /** With settings that differ from the usual ones. */
    Node(String databaseUrl, String journal, Map<String, Object> different) {
        this(databaseUrl, journal, different, null);
    }

    private Node(String databaseUrl, String journal, Map<String, Object> different, @Nullable Address seed) {
        database = Database.open("test", new Database.Address(databaseUrl, "waymark", ""), 8);
        Migrations.run(database.source(), "runtime");
        Config config = ConfigFactory.parseMap(different)
                .withFallback(ConfigFactory.parseMap(Map.of(
                        "pekko.remote.artery.canonical.port",
                        0,
                        "pekko.persistence.journal.plugin",
                        journal,
                        "pekko.coordinated-shutdown.exit-jvm",
                        "off",
                        "pekko-persistence-jdbc.shared-databases.slick.db.url",
                        databaseUrl)))
                .withFallback(ConfigFactory.load());
        system = ActorSystem.create(Behaviors.empty(), "waymark", config);
        Cluster cluster = Cluster.get(system);
        cluster.manager().tell(Join.create(seed == null ? cluster.selfMember().address() : seed));
        byte[] masterKey = new byte[32];
        platform = new Platform(
                system, database, new PostgresVault(database, masterKey, new SecureRandom()), InstantSource.system());
    }

    /** A second node of the same cluster. */
    Node joinedBy(String databaseUrl, String journal) {
        return new Node(
                databaseUrl, journal, Map.of(), Cluster.get(system).selfMember().address());
    }

    @Override
    public void close() {
        system.terminate();
        try {
            system.getWhenTerminated()
                    .toCompletableFuture()
                    .get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the node did not stop", e);
        }
        database.close();
    }
}

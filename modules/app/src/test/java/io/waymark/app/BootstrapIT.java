package io.waymark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import io.waymark.servers.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The flavour for Kubernetes as far as it can be without one: pods are processes of this machine and the platform's list of
 * them is a file, all else is as it will be: Pekko Management's bootstrap, and TLS between nodes with files as cert-manager
 * writes them.
 */
class BootstrapIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder = Path.of("");

    private final List<ActorSystem<Void>> nodes = new ArrayList<>();
    private final List<Integer> managementPorts =
            IntStream.range(0, 3).map(number -> Ports.free()).boxed().toList();

    private Path trusted = Path.of("");

    @BeforeEach
    void makeACertificate() {
        trusted = Certificate.selfSigned(folder.resolve("trusted"), "waymark-node");
    }

    @AfterEach
    void stop() {
        nodes.forEach(ActorSystem::terminate);
        nodes.forEach(node -> node.getWhenTerminated()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join());
    }

    @Test
    void podsThatFindEachOtherFormOneClusterOverTls() {
        managementPorts.forEach(port -> start(port, trusted));

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(nodes)
                        .allSatisfy(node -> assertThat(membersUp(node)).hasSize(3)));
        assertThat(nodes)
                .extracting(node -> Cluster.get(node).selfMember().address().protocol())
                .containsOnly("pekko");
        assertThat(nodes)
                .extracting(node -> Cluster.get(node).state().getLeader())
                .as("one cluster, not three")
                .containsOnly(Cluster.get(nodes.getFirst()).state().getLeader());
    }

    @Test
    void whoHasACertificateOfSomeoneElseNeverGetsIn() {
        Path foreign = Certificate.selfSigned(folder.resolve("foreign"), "waymark-node");
        start(managementPorts.get(0), trusted);
        start(managementPorts.get(1), trusted);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(nodes)
                        .allSatisfy(node -> assertThat(membersUp(node)).hasSize(2)));

        ActorSystem<Void> stranger = start(managementPorts.get(2), foreign);

        // It gives up, as a pod does that Kubernetes then starts anew.
        stranger.getWhenTerminated()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        assertThat(membersUp(nodes.getFirst())).hasSize(2);
    }

    private ActorSystem<Void> start(int managementPort, Path certificate) {
        Config config = ClusterFormation.BOOTSTRAP.apply(config(managementPort, certificate), List.of());
        assertThat(ClusterFormation.of(config)).isEqualTo(ClusterFormation.BOOTSTRAP);
        ActorSystem<Void> node = ActorSystem.create(Behaviors.empty(), "waymark", config);
        nodes.add(node);
        ClusterFormation.of(config).begin(node);
        return node;
    }

    private Config config(int managementPort, Path certificate) {
        Config here = ConfigFactory.parseMap(Map.of(
                        "pekko.remote.artery.canonical.port",
                        0,
                        "pekko.remote.artery.bind.hostname",
                        "127.0.0.1",
                        "pekko.remote.artery.ssl.rotating-keys-engine.secret-mount-point",
                        certificate.toString(),
                        "pekko.management.http.port",
                        managementPort,
                        "pekko.management.http.bind-hostname",
                        "127.0.0.1",
                        "pekko.management.cluster.bootstrap.contact-point-discovery.discovery-method",
                        "config",
                        "pekko.cluster.shutdown-after-unsuccessful-join-seed-nodes",
                        "10s",
                        "pekko.coordinated-shutdown.exit-jvm",
                        "off",
                        "WAYMARK_POD_IP",
                        "127.0.0.1"))
                .withValue(
                        "pekko.discovery.config.services.waymark-node.endpoints",
                        ConfigValueFactory.fromIterable(managementPorts.stream()
                                .map(port -> Map.of("host", "127.0.0.1", "port", port))
                                .toList()));
        return ConfigFactory.load(here.withFallback(ConfigFactory.parseResources("kubernetes.conf")));
    }

    private static List<Member> membersUp(ActorSystem<?> node) {
        return StreamSupport.stream(Cluster.get(node).state().getMembers().spliterator(), false)
                .filter(member -> member.status().equals(MemberStatus.up()))
                .toList();
    }
}

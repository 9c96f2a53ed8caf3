package io.waymark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesConfigTest {

    private final Config config = load(Map.of("WAYMARK_POD_IP", "10.1.2.3"));

    @Test
    void aPodIsReachedAtItsOwnAddressAndListensOnAll() {
        assertThat(config.getString("pekko.remote.artery.canonical.hostname")).isEqualTo("10.1.2.3");
        assertThat(config.getString("pekko.management.http.hostname")).isEqualTo("10.1.2.3");
        assertThat(config.getString("pekko.remote.artery.bind.hostname")).isEqualTo("0.0.0.0");
        assertThat(config.getString("pekko.remote.artery.transport")).isEqualTo("tls-tcp");
    }

    @Test
    void withoutThePodsAddressNothingStarts() {
        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(ConfigException.UnresolvedSubstitution.class)
                .hasMessageContaining("WAYMARK_POD_IP");
    }

    @Test
    void nobodyIsNamedAsASeed() {
        Config asked = ClusterFormation.of(config).apply(config, List.of("127.0.0.1:17355"));

        assertThat(asked.getStringList("pekko.cluster.seed-nodes")).isEmpty();
    }

    @Test
    void onOneMachineTheSeedsAreJoined() {
        Config alone = ConfigFactory.load("application");

        assertThat(ClusterFormation.of(alone)
                        .apply(alone, List.of("127.0.0.1:17355", " 127.0.0.1:17356"))
                        .getStringList("pekko.cluster.seed-nodes"))
                .containsExactly("pekko://waymark@127.0.0.1:17355", "pekko://waymark@127.0.0.1:17356");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pekko.remote.artery.ssl.ssl-engine-provider",
                "pekko.management.http.routes.cluster-bootstrap",
                "pekko.management.http.routes.metrics",
                "pekko.discovery.kubernetes-api.class"
            })
    void whatIsNamedIsThere(String path) {
        assertThatCode(() -> Class.forName(config.getString(path))).doesNotThrowAnyException();
    }

    @Test
    void theJournalIsTheSame() {
        String plugin = config.getString("pekko.persistence.journal.plugin");

        assertThatCode(() -> Class.forName(config.getString(plugin + ".class"))).doesNotThrowAnyException();
        assertThat(plugin).isEqualTo(ConfigFactory.load("application").getString("pekko.persistence.journal.plugin"));
    }

    @Test
    void everythingElseIsAsOnOneMachine() {
        assertThat(config.getInt("pekko.cluster.sharding.number-of-shards"))
                .isEqualTo(ConfigFactory.load("application").getInt("pekko.cluster.sharding.number-of-shards"));
    }

    private static Config load(Map<String, String> environment) {
        return ConfigFactory.load(
                ConfigFactory.parseMap(environment).withFallback(ConfigFactory.parseResources("kubernetes.conf")));
    }
}

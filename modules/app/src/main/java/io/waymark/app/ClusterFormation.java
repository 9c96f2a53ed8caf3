package io.waymark.app;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Locale;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.management.cluster.bootstrap.ClusterBootstrap;
import org.apache.pekko.management.javadsl.PekkoManagement;

/** How this node finds the others; {@code waymark.cluster.formation} says which. */
enum ClusterFormation {
    /** It is told where they are. */
    SEEDS {
        @Override
        Config apply(Config config, List<String> seeds) {
            return config.withValue(
                    "pekko.cluster.seed-nodes",
                    ConfigValueFactory.fromIterable(seeds.stream()
                            .map(seed -> "pekko://waymark@" + seed.strip())
                            .toList()));
        }

        @Override
        void begin(ActorSystem<?> system) {
            PekkoManagement.get(system).start();
        }
    },
    /** It asks the platform who else is there, and all of them agree on who begins. */
    BOOTSTRAP {
        @Override
        Config apply(Config config, List<String> seeds) {
            return config.withValue("pekko.cluster.seed-nodes", ConfigValueFactory.fromIterable(List.of()));
        }

        @Override
        void begin(ActorSystem<?> system) {
            PekkoManagement.get(system).start();
            ClusterBootstrap.get(system).start();
        }
    };

    static ClusterFormation of(Config config) {
        return valueOf(config.getString("waymark.cluster.formation").toUpperCase(Locale.ROOT));
    }

    /** The configuration with the seeds that this way needs. */
    abstract Config apply(Config config, List<String> seeds);

    /** Opens the management address, and looks for the others where nobody has been named. */
    abstract void begin(ActorSystem<?> system);
}

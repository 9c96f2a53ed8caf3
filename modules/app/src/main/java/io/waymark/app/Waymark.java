package io.waymark.app;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import io.waymark.app.system.SystemGauges;
import io.waymark.app.system.SystemRoutes;
import io.waymark.booking.BookingModule;
import io.waymark.booking.HoldTimes;
import io.waymark.booking.PropertyDirectory;
import io.waymark.channels.ChannelsModule;
import io.waymark.http.AccessKeys;
import io.waymark.http.Edge;
import io.waymark.http.MeasuredHandler;
import io.waymark.http.ModuleParts;
import io.waymark.http.OuterEdge;
import io.waymark.http.server.HttpServer;
import io.waymark.insights.InsightsModule;
import io.waymark.insights.InsightsSettings;
import io.waymark.inventory.InventoryModule;
import io.waymark.runtime.NodeTelemetry;
import io.waymark.runtime.Platform;
import io.waymark.runtime.SteadyClock;
import io.waymark.runtime.cluster.ClockAgreement;
import io.waymark.runtime.cluster.HandOver;
import io.waymark.runtime.cluster.NodeRole;
import io.waymark.runtime.cluster.ShardCount;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.projection.PendingSteps;
import io.waymark.runtime.projection.Projections;
import io.waymark.runtime.projection.Waker;
import io.waymark.runtime.vault.PostgresVault;
import io.waymark.telemetry.RoutePatterns;
import io.waymark.telemetry.Telemetry;
import io.waymark.telemetry.Tracing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node: migrates the database, joins the cluster, starts every module, then takes requests.
 *
 * <p>Several nodes may start at once; each migration and the shard count are guarded by the database.
 */
public final class Waymark {

    private static final Logger LOG = LoggerFactory.getLogger(Waymark.class);
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 12;
    private static final int READERS = 6;
    private static final String INDEX_PREFIX = "waymark-";

    private final Settings settings;
    private final Database database;
    private final Database warehouse;
    private final InstantSource clock = SteadyClock.ofThisProcess();

    private Waymark(Settings settings, Database database, Database warehouse) {
        this.settings = settings;
        this.database = database;
        this.warehouse = warehouse;
    }

    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.from(System.getenv());
            Tracing.start("waymark-node", System.getenv());
            Database database = Database.open("waymark-" + settings.node(), settings.journal(), CONNECTIONS);
            Database warehouse = Database.open("warehouse-" + settings.node(), settings.warehouse(), READERS);
            new Waymark(settings, database, warehouse).start();
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.error("{}", e.getMessage());
            System.exit(2);
        } catch (SQLException | RuntimeException e) {
            LOG.error("The node could not start.", e);
            System.exit(1);
        }
    }

    private void start() throws SQLException {
        Migrations.run(database.source(), "runtime", settings.journalPartitions());
        Migrations.run(database.source(), "http");
        Config config = config();
        ShardCount.check(database, config.getInt("pekko.cluster.sharding.number-of-shards"));
        ClockAgreement.check(database, clock);

        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "waymark", config);
        ClusterFormation.of(config).begin(system);
        Telemetry telemetry = NodeTelemetry.of(system);
        List.of(database, warehouse).forEach(pool -> pool.measuredBy(telemetry.registry()));
        PostgresVault vault = new PostgresVault(database, settings.masterKey(), new SecureRandom());
        Platform platform = new Platform(system, database, vault, clock);
        Edge edge = new Edge(new AccessKeys(database, clock), platform.caughtUp(), clock);

        List<ModuleParts> modules = modules(platform, edge);
        modules.forEach(
                module -> module.projections().forEach(projection -> Projections.start(system, database, projection)));
        Projections.start(system, database, new PendingSteps());
        Waker.start(
                system,
                database,
                modules.stream().flatMap(module -> module.sleepers().stream()).toList());

        SystemGauges.start(system, database, warehouse);
        listen(
                system,
                new MeasuredHandler(
                        telemetry.requests(),
                        documentedPaths(),
                        new OuterEdge(clock)
                                .server(
                                        system,
                                        modules.stream()
                                                .map(ModuleParts::commands)
                                                .toList(),
                                        routes(system, edge, modules))));
        closeBehind(system, vault);
    }

    /** The modules, each started with what it needs of those before it. */
    private List<ModuleParts> modules(Platform platform, Edge edge) {
        InventoryModule inventory = InventoryModule.start(platform, edge, ChannelsModule.follower(platform.database()));
        BookingModule booking = BookingModule.start(
                platform,
                edge,
                inventory.roomTypes(),
                PropertyDirectory.of(inventory.properties()),
                HoldTimes.STANDARD);
        ModuleParts channels = ChannelsModule.start(platform, edge, booking.bookings(), inventory);
        ModuleParts insights = InsightsModule.start(
                platform.system(),
                edge,
                clock,
                new InsightsSettings(
                        settings.elasticsearch(),
                        settings.elasticsearchKey(),
                        INDEX_PREFIX,
                        settings.warehouse(),
                        settings.warehouse(),
                        READERS));
        return List.of(inventory.parts(), booking.parts(), channels, insights);
    }

    private Route routes(ActorSystem<?> system, Edge edge, List<ModuleParts> modules) {
        List<Route> routes = new ArrayList<>();
        modules.forEach(module -> routes.add(module.routes()));
        routes.add(new Me(edge).routes());
        routes.add(new SystemRoutes(edge, system, settings.node(), database, warehouse, settings.flink()).routes());
        routes.add(new Console().routes());
        return Directives.concat(new Health(system, database).routes(), routes.toArray(Route[]::new));
    }

    /** What {@code docs/openapi.yaml} describes; the build packs it beside the classes. */
    private static RoutePatterns documentedPaths() {
        try (InputStream document = Waymark.class.getResourceAsStream("/api/openapi.yaml")) {
            if (document == null) {
                throw new IllegalStateException("api/openapi.yaml was not packed");
            }
            return RoutePatterns.ofOpenApi(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(ActorSystem<?> system, MeasuredHandler server) {
        HttpServer.start(system, settings.httpHost(), settings.httpPort(), server)
                .thenApply(started -> started.stopsWith(system, LAST_REQUESTS))
                .whenComplete((started, failure) -> {
                    if (failure != null) {
                        LOG.error(
                                "Port {} cannot be listened on: set WAYMARK_HTTP_PORT to a free one.",
                                settings.httpPort());
                        system.terminate();
                    } else {
                        LOG.info("{} listens on {}:{}", settings.node(), settings.httpHost(), settings.httpPort());
                        HandOver.takePart(system);
                    }
                });
    }

    private void closeBehind(ActorSystem<?> system, PostgresVault vault) {
        CoordinatedShutdown.get(system)
                .addTask(CoordinatedShutdown.PhaseActorSystemTerminate(), "close the database", () -> {
                    Tracing.stop();
                    vault.close();
                    database.close();
                    warehouse.close();
                    CompletionStage<Done> done = CompletableFuture.completedFuture(Done.done());
                    return done;
                });
    }

    private Config config() {
        Config config = ConfigFactory.load();
        return ClusterFormation.of(config)
                .apply(config, settings.seeds())
                .withValue(
                        "pekko.cluster.roles",
                        ConfigValueFactory.fromIterable(
                                settings.roles().stream().map(NodeRole::text).toList()));
    }
}

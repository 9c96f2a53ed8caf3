package io.waymark.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.ConfigFactory;
import io.waymark.booking.Booking;
import io.waymark.booking.BookingModule;
import io.waymark.booking.HoldTimes;
import io.waymark.booking.PropertyDirectory;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.http.AccessKeys;
import io.waymark.http.Edge;
import io.waymark.http.ModuleParts;
import io.waymark.http.OuterEdge;
import io.waymark.http.server.HttpServer;
import io.waymark.inventory.InventoryModule;
import io.waymark.inventory.Properties;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.Platform;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import io.waymark.runtime.projection.Projections;
import io.waymark.runtime.vault.PostgresVault;
import io.waymark.servers.testing.TestPostgres;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/** A node of one with inventory, bookings and channels on a real database, and one hotel that sells rooms. */
final class House implements AutoCloseable {

    static final Tenant TENANT = new Tenant("ten_01J00000000000000000000000");
    static final String HOTEL = "H1";
    static final String PASSWORD = "correct horse battery staple";

    final Database database = Database.open("test", new Database.Address(url(), "waymark", ""), 10);

    private final ActorSystem<Void> system;
    private final InventoryModule inventory;
    private final BookingModule bookings;
    private final HttpServer server;

    private static @Nullable String freshUrl;

    private static synchronized String url() {
        if (freshUrl == null) {
            freshUrl = TestPostgres.freshDatabase();
        }
        return freshUrl;
    }

    House() {
        List.of("runtime", "http", "booking").forEach(module -> Migrations.run(database.source(), module));
        system = ActorSystem.create(
                Behaviors.empty(),
                "waymark",
                ConfigFactory.parseMap(Map.of(
                                "pekko.remote.artery.canonical.port",
                                0,
                                "pekko.coordinated-shutdown.exit-jvm",
                                "off",
                                "pekko-persistence-jdbc.shared-databases.slick.db.url",
                                url()))
                        .withFallback(ConfigFactory.load()));
        Cluster cluster = Cluster.get(system);
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
        InstantSource clock = InstantSource.system();
        Platform platform =
                new Platform(system, database, new PostgresVault(database, new byte[32], new SecureRandom()), clock);
        Edge edge = new Edge(new AccessKeys(database, clock), platform.caughtUp(), clock);
        inventory = InventoryModule.start(platform, edge, ChannelsModule.follower(database));
        bookings = BookingModule.start(
                platform,
                edge,
                inventory.roomTypes(),
                PropertyDirectory.of(inventory.properties()),
                HoldTimes.STANDARD);
        ModuleParts channels = ChannelsModule.start(platform, edge, bookings.bookings(), inventory);
        List<ModuleParts> modules = List.of(inventory.parts(), bookings.parts(), channels);
        modules.forEach(
                module -> module.projections().forEach(projection -> Projections.start(system, database, projection)));
        List<Route> routes = new ArrayList<>();
        modules.forEach(module -> routes.add(module.routes()));
        Route all = Directives.concat(Directives.reject(), routes.toArray(Route[]::new));
        server = done(HttpServer.start(system, "127.0.0.1", 0, new OuterEdge(clock).server(system, List.of(), all)));
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Opens the hotel with one category {@code A} that has these many rooms every day of two years. */
    void open(String hotelCode, DateRange dates, int rooms) {
        String roomTypeId = Properties.roomTypeId(TENANT, hotelCode, "A");
        done(inventory
                .properties()
                .define(
                        new PropertyDefined(
                                Properties.id(TENANT, hotelCode),
                                hotelCode,
                                "House " + hotelCode,
                                "Bolzano",
                                Currency.getInstance("EUR"),
                                ZoneId.of("Europe/Rome"),
                                List.of(new RoomTypeOffer(roomTypeId, "A", "Room A", 4))),
                        origin()));
        done(inventory
                .roomTypes()
                .ask(
                        roomTypeId,
                        new ChangeCalendar(List.of(new CalendarChange(dates, rooms, null, false, null, null, null))),
                        origin()));
    }

    void connection(String username, String scopes, @Nullable String hotels) {
        try {
            database.transact(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("""
                        insert into channel_connection (username, tenant, name, secret_sha256, scopes, hotel_codes)
                        values (?, ?, ?, ?, string_to_array(?, ','), string_to_array(?, ','))""")) {
                    insert.setString(1, username);
                    insert.setString(2, TENANT.id());
                    insert.setString(3, username);
                    insert.setBytes(4, Ids.sha256(PASSWORD.getBytes(UTF_8)));
                    insert.setString(5, scopes);
                    insert.setString(6, hotels);
                    return insert.executeUpdate();
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An API key that may read what channels sent. */
    String key() {
        String key = "wmk_" + "0".repeat(26) + "_secret";
        try {
            database.transact(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("""
                        insert into access_key (id, tenant, name, secret_sha256, scopes)
                        values ('key_1', ?, 'test', ?, array['channels:read', 'inventory:read']) on conflict do nothing""")) {
                    insert.setString(1, TENANT.id());
                    insert.setBytes(2, Ids.sha256(key.getBytes(UTF_8)));
                    return insert.executeUpdate();
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return key;
    }

    Booking booking(String bookingId) {
        Reply<Booking> reply = done(bookings.bookings().read(TENANT, bookingId));
        return ((Reply.Done<Booking>) reply).state();
    }

    long count(String sql) {
        try {
            return database.transact(connection -> {
                try (PreparedStatement select = connection.prepareStatement(sql);
                        ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        system.terminate();
        done(system.getWhenTerminated());
        database.close();
    }

    private static Origin origin() {
        return Origin.internal(
                TENANT,
                "test",
                "process",
                Ids.next("cmd", InstantSource.system().instant(), ThreadLocalRandom.current()));
    }

    private static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("not done in time", e);
        }
    }
}

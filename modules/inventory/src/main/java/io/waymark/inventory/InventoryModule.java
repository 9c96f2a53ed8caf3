package io.waymark.inventory;

import io.waymark.events.inventory.PropertyEvent;
import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.http.Edge;
import io.waymark.http.ModuleParts;
import io.waymark.inventory.availability.Availabilities;
import io.waymark.inventory.availability.InventoryProjection;
import io.waymark.inventory.availability.RoomTypeRoutes;
import io.waymark.inventory.property.OpenRoomTypes;
import io.waymark.inventory.property.Property;
import io.waymark.inventory.property.PropertyCommand;
import io.waymark.inventory.property.PropertyEntities;
import io.waymark.inventory.property.PropertyList;
import io.waymark.inventory.property.PropertyRoutes;
import io.waymark.inventory.property.PropertyRules;
import io.waymark.runtime.Platform;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.ShardedEntities;
import io.waymark.runtime.projection.Projection;
import java.util.List;
import org.apache.pekko.http.javadsl.server.Directives;

/**
 * The inventory as a whole: what other modules may ask, and what the application runs.
 *
 * @param roomTypes for holding and selling rooms
 * @param properties for descriptions of houses
 * @param availabilities for reading dates
 * @param parts routes, entities and projections
 */
public record InventoryModule(
        RoomTypes roomTypes, Properties properties, Availabilities availabilities, ModuleParts parts) {

    /** A room type of years is some megabytes: its snapshots are rare, and recovery reads the events since the last. */
    private static final int ROOM_TYPE_SNAPSHOT = 5_000;

    static final EntityKind<RoomType, RoomTypeCommand, RoomTypeEvent> ROOM_TYPE = EntityKind.of(
                    RoomTypeRoutes.KIND, RoomTypeEvent.class, new RoomTypeRules())
            .withSnapshotEvery(ROOM_TYPE_SNAPSHOT);

    static final EntityKind<Property, PropertyCommand, PropertyEvent> PROPERTY =
            EntityKind.of(PropertyRoutes.KIND, PropertyEvent.class, new PropertyRules());

    /** Brings the tables up to date and starts the entities of this node; nobody follows the dates. */
    public static InventoryModule start(Platform platform, Edge edge) {
        return start(platform, edge, ChangedDays.NOBODY);
    }

    /** The same, with somebody who is told which dates change. */
    public static InventoryModule start(Platform platform, Edge edge, ChangedDays followers) {
        Migrations.run(platform.database().source(), "inventory");
        ShardedEntities<RoomType, RoomTypeCommand> roomTypes = platform.start(ROOM_TYPE);
        RoomTypes port = RoomTypes.over(roomTypes);
        ShardedEntities<Property, PropertyCommand> properties =
                platform.start(PROPERTY.withSteps(id -> new OpenRoomTypes(port)));
        Availabilities availabilities = new Availabilities(platform.database(), platform.clock());
        PropertyList list = new PropertyList(platform.database());
        ModuleParts parts = new ModuleParts(
                Directives.concat(
                        new PropertyRoutes(edge, properties, list, platform.history(PROPERTY)).routes(),
                        new RoomTypeRoutes(
                                        edge,
                                        roomTypes,
                                        platform.history(ROOM_TYPE),
                                        availabilities,
                                        platform.caughtUp())
                                .routes()),
                List.of(roomTypes, properties),
                projections(followers));
        return new InventoryModule(port, new PropertyEntities(properties, list), availabilities, parts);
    }

    /** The read models, without anything that is started. */
    public static List<Projection> projections(ChangedDays followers) {
        return List.of(new InventoryProjection(followers));
    }
}

package io.waymark.booking;

import io.waymark.booking.api.BookingRoutes;
import io.waymark.booking.api.GuestOpenings;
import io.waymark.booking.hold.WhenHoldExpiredThenRelease;
import io.waymark.booking.overview.BookingOverview;
import io.waymark.booking.overview.BookingOverviews;
import io.waymark.events.booking.BookingEvent;
import io.waymark.http.Edge;
import io.waymark.http.ModuleParts;
import io.waymark.inventory.RoomTypes;
import io.waymark.kernel.Ids;
import io.waymark.runtime.Platform;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.ShardedEntities;
import io.waymark.runtime.projection.Projection;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The module as the application starts it.
 *
 * @param bookings where other modules ask bookings
 */
public record BookingModule(Entities<Booking, BookingCommand> bookings, ModuleParts parts) {

    /** The kind of entity, with the steps it owes to these room types. */
    public static EntityKind<Booking, BookingCommand, BookingEvent> kind(
            RoomTypes roomTypes, HoldTimes times, InstantSource clock) {
        RoomRequests requests =
                new RoomRequests(roomTypes, () -> Ids.next("cmd", clock.instant(), ThreadLocalRandom.current()));
        return EntityKind.of("Booking", BookingEvent.class, new BookingRules())
                .withSnapshotEvery(EntityKind.NEVER)
                .withSteps(id -> new RoomSteps(id, requests, times, clock));
    }

    /** Brings the tables up to date and starts the entities of this node. */
    public static BookingModule start(
            Platform platform, Edge edge, RoomTypes roomTypes, PropertyDirectory properties, HoldTimes times) {
        Migrations.run(platform.database().source(), "booking");
        EntityKind<Booking, BookingCommand, BookingEvent> kind = kind(roomTypes, times, platform.clock());
        ShardedEntities<Booking, BookingCommand> bookings = platform.start(kind);
        BookingOverviews overviews = new BookingOverviews(platform.database());
        WhenHoldExpiredThenRelease.start(platform.system(), bookings, overviews, platform.clock());
        BookingRoutes routes = new BookingRoutes(
                edge,
                bookings,
                platform.history(kind),
                properties,
                overviews,
                platform.vault(),
                new GuestOpenings(platform.database()));
        return new BookingModule(
                bookings, new ModuleParts(routes.routes(), routes.commands(), List.of(bookings), projections()));
    }

    /** The read models, without anything that is started. */
    public static List<Projection> projections() {
        return List.of(new BookingOverview());
    }
}

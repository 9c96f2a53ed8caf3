package io.waymark.channels;

import io.waymark.booking.Booking;
import io.waymark.booking.BookingCommand;
import io.waymark.channels.booking.ChannelBooking;
import io.waymark.channels.booking.ChannelBookingCommand;
import io.waymark.channels.booking.ChannelBookingView;
import io.waymark.channels.booking.ChannelBookings;
import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.endpoint.ChannelEndpoints;
import io.waymark.channels.listing.HotelListing;
import io.waymark.channels.listing.HotelListingCommand;
import io.waymark.channels.listing.HotelListings;
import io.waymark.channels.message.ChannelMessageList;
import io.waymark.channels.message.ChannelMessages;
import io.waymark.channels.port.BookingReservations;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.port.InventoryHotels;
import io.waymark.channels.port.Reservations;
import io.waymark.channels.rateplan.PricePlan;
import io.waymark.channels.rateplan.PricePlans;
import io.waymark.channels.rateplan.RatePlanCommand;
import io.waymark.channels.rateplan.RatePlanList;
import io.waymark.channels.rateplan.RatePlanView;
import io.waymark.events.channels.ChannelBookingEvent;
import io.waymark.events.channels.RatePlanEvent;
import io.waymark.http.Edge;
import io.waymark.http.ModuleParts;
import io.waymark.http.PastRoutes;
import io.waymark.inventory.InventoryModule;
import io.waymark.runtime.Platform;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.ShardedEntities;
import java.util.List;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;

/** Starts the channels: their entities, their endpoint, their read model and their routes. */
public final class ChannelsModule {

    private static final String SCHEMA = "channels";

    private ChannelsModule() {}

    /**
     * Brings the tables up to date and starts the module on this node.
     *
     * @param bookings where channel bookings become bookings
     * @param inventory where channels find properties, room types and calendars
     */
    public static ModuleParts start(
            Platform platform, Edge edge, Entities<Booking, BookingCommand> bookings, InventoryModule inventory) {
        Migrations.run(platform.database().source(), SCHEMA);
        return start(platform, edge, new BookingReservations(bookings), new InventoryHotels(inventory));
    }

    private static ModuleParts start(Platform platform, Edge edge, Reservations reservations, Hotels hotels) {
        EntityKind<ChannelBooking, ChannelBookingCommand, ChannelBookingEvent> bookingKind =
                ChannelBookings.kind(reservations);
        EntityKind<PricePlan, RatePlanCommand, RatePlanEvent> planKind = PricePlans.kind();
        ShardedEntities<ChannelBooking, ChannelBookingCommand> bookings = platform.start(bookingKind);
        ShardedEntities<PricePlan, RatePlanCommand> plans = platform.start(planKind);
        ShardedEntities<HotelListing, HotelListingCommand> listings = platform.start(HotelListings.kind());

        ChannelConnections connections = new ChannelConnections(platform.database(), platform.clock());
        RatePlanList planList = new RatePlanList(platform.database());
        Route alpineBits = new ChannelEndpoints(
                        platform,
                        connections,
                        new ChannelMessages(
                                platform.database(), platform.telemetry().channels()),
                        hotels)
                .alpineBits(bookings, plans, planList, listings);
        ChannelRoutes routes = new ChannelRoutes(
                edge,
                connections,
                new ChannelMessageList(platform.database()),
                new PastRoutes<>(
                        edge, ChannelBookings.KIND, bookings, platform.history(bookingKind), ChannelBookingView::of),
                new PastRoutes<>(edge, PricePlans.KIND, plans, platform.history(planKind), RatePlanView::of),
                planList);
        return new ModuleParts(
                Directives.concat(alpineBits, routes.routes()), List.of(bookings, plans, listings), List.of(planList));
    }
}

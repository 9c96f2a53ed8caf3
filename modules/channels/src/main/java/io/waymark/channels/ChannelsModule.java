package io.waymark.channels;

import io.waymark.booking.Booking;
import io.waymark.booking.BookingCommand;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.channels.booking.ChannelBooking;
import io.waymark.channels.booking.ChannelBookingCommand;
import io.waymark.channels.booking.ChannelBookingView;
import io.waymark.channels.booking.ChannelBookings;
import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.connection.Protocol;
import io.waymark.channels.endpoint.ChannelEndpoints;
import io.waymark.channels.feed.ChannelFeeds;
import io.waymark.channels.feed.Offers;
import io.waymark.channels.feed.SyncList;
import io.waymark.channels.feed.SyncMarks;
import io.waymark.channels.listing.HotelListing;
import io.waymark.channels.listing.HotelListingCommand;
import io.waymark.channels.listing.HotelListings;
import io.waymark.channels.message.ChannelMessageList;
import io.waymark.channels.message.ChannelMessages;
import io.waymark.channels.partner.AlpineBitsPartner;
import io.waymark.channels.partner.OtaPartner;
import io.waymark.channels.partner.Partner;
import io.waymark.channels.partner.PartnerHttp;
import io.waymark.channels.partner.SendMessage;
import io.waymark.channels.port.BookingReservations;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.port.InventoryHotels;
import io.waymark.channels.port.Reservations;
import io.waymark.channels.rateplan.PricePlan;
import io.waymark.channels.rateplan.PricePlans;
import io.waymark.channels.rateplan.RatePlanCommand;
import io.waymark.channels.rateplan.RatePlanList;
import io.waymark.channels.rateplan.RatePlanView;
import io.waymark.channels.status.SyncRoutes;
import io.waymark.channels.sync.ChannelSync;
import io.waymark.channels.sync.ChannelSyncCommand;
import io.waymark.channels.sync.ChannelSyncs;
import io.waymark.events.channels.ChannelBookingEvent;
import io.waymark.events.channels.RatePlanEvent;
import io.waymark.http.Edge;
import io.waymark.http.ModuleParts;
import io.waymark.http.PastRoutes;
import io.waymark.inventory.ChangedDays;
import io.waymark.inventory.InventoryModule;
import io.waymark.runtime.Platform;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.ShardedEntities;
import io.waymark.runtime.projection.Projection;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
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
        ChannelMessages messages =
                new ChannelMessages(platform.database(), platform.telemetry().channels());
        RatePlanList planList = new RatePlanList(platform.database());
        SyncMarks marks = new SyncMarks(platform.database());
        SyncList syncList = new SyncList(platform.database());
        SecureRandom random = new SecureRandom();
        Map<Protocol, Partner> partners = partners();
        ShardedEntities<ChannelSync, ChannelSyncCommand> syncs = platform.start(
                ChannelSyncs.kind(new SendMessage(connections, partners, messages, platform.clock(), random)));
        ChannelFeeds.start(platform, connections, marks, syncList, hotels, plans, syncs, partners, random);
        Route endpoints = new ChannelEndpoints(platform, connections, messages, hotels, marks)
                .routes(bookings, plans, planList, listings);
        SyncRoutes syncRoutes = new SyncRoutes(edge, connections, syncList, new Offers(hotels, plans), hotels, syncs);
        ChannelRoutes routes = new ChannelRoutes(
                edge,
                connections,
                new ChannelMessageList(platform.database()),
                new PastRoutes<>(
                        edge, ChannelBookings.KIND, bookings, platform.history(bookingKind), ChannelBookingView::of),
                new PastRoutes<>(edge, PricePlans.KIND, plans, platform.history(planKind), RatePlanView::of),
                planList);
        return new ModuleParts(
                Directives.concat(endpoints, routes.routes(), syncRoutes.routes()),
                List.of(bookings, plans, listings, syncs),
                List.of(planList, syncList));
    }

    /** The read models, without anything that is started. */
    public static List<Projection> projections(Database database) {
        return List.of(new RatePlanList(database), new SyncList(database));
    }

    /** Whom the inventory tells which dates changed, so that channels hear of it; its tables are made by {@code start}. */
    public static ChangedDays follower(Database database) {
        return new SyncMarks(database);
    }

    private static Map<Protocol, Partner> partners() {
        PartnerHttp http = new PartnerHttp(System::getenv);
        return Map.of(
                Protocol.ALPINEBITS, new AlpineBitsPartner(http, new AlpineBitsXml(XmlLimits.STANDARD)),
                Protocol.OTA, new OtaPartner(http));
    }
}

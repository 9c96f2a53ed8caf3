package io.waymark.channels.feed;

import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.connection.Protocol;
import io.waymark.channels.partner.Partner;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.rateplan.PricePlan;
import io.waymark.channels.rateplan.RatePlanCommand;
import io.waymark.channels.sync.ChannelSync;
import io.waymark.channels.sync.ChannelSyncCommand;
import io.waymark.runtime.Platform;
import io.waymark.runtime.entity.Entities;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Starts the workers that tell channels what may be sold. */
public final class ChannelFeeds {

    private ChannelFeeds() {}

    public static void start(
            Platform platform,
            ChannelConnections connections,
            SyncMarks marks,
            SyncList list,
            Hotels hotels,
            Entities<PricePlan, RatePlanCommand> plans,
            Entities<ChannelSync, ChannelSyncCommand> syncs,
            Map<Protocol, Partner> partners,
            RandomGenerator random) {
        Feeder.start(
                platform.system(),
                new Feeding(
                        connections,
                        marks,
                        list,
                        new Offers(hotels, plans),
                        hotels,
                        syncs,
                        partners,
                        platform.clock(),
                        random,
                        () -> {}));
    }
}

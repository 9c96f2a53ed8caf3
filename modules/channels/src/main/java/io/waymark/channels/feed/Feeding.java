package io.waymark.channels.feed;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.connection.Protocol;
import io.waymark.channels.partner.Partner;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.sync.ChannelSync;
import io.waymark.channels.sync.ChannelSyncCommand;
import io.waymark.kernel.Ids;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Origin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What feeding channels takes.
 *
 * @param more called when there may be more to do
 */
record Feeding(
        ChannelConnections connections,
        SyncMarks marks,
        SyncList list,
        Offers offers,
        Hotels hotels,
        Entities<ChannelSync, ChannelSyncCommand> syncs,
        Map<Protocol, Partner> partners,
        InstantSource clock,
        RandomGenerator random,
        Runnable more) {

    Feeding {
        partners = Map.copyOf(partners);
    }

    Feeding calling(Runnable caller) {
        return new Feeding(connections, marks, list, offers, hotels, syncs, partners, clock, random, caller);
    }

    /** A command of ours, at the tenant's own time: a tenant whose data end years ago is not moved to today by us. */
    Origin origin(ChannelConnection connection, Instant today) {
        return new Origin(
                connection.tenant(),
                null,
                "process:channel-feed",
                null,
                null,
                Ids.next("cmd", clock.instant(), random),
                null,
                "process",
                null,
                null,
                today,
                null,
                null);
    }
}

package io.waymark.channels.sync;

import io.waymark.events.channels.ChannelSyncEvent;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.Steps;

/** Makes the entities of channel syncs, and names them. */
public final class ChannelSyncs {

    /** The name is the prefix of every persistence id in the journal: never change it. */
    public static final String KIND = "ChannelSync";

    /** The state holds every date ahead, so a snapshot is some tens of kilobytes. */
    private static final int SNAPSHOT_EVERY = 500;

    private ChannelSyncs() {}

    /** The kind; {@code sending} carries out the messages. */
    public static EntityKind<ChannelSync, ChannelSyncCommand, ChannelSyncEvent> kind(
            Steps<ChannelSync, ChannelSyncCommand> sending) {
        return EntityKind.of(KIND, ChannelSyncEvent.class, new ChannelSyncRules())
                .withSnapshotEvery(SNAPSHOT_EVERY)
                .withSteps(id -> sending);
    }

    /** The id of the sync of a room type with a connection. */
    public static String id(Tenant tenant, String connection, String roomTypeId) {
        return Ids.derived("csy", tenant.id(), connection, roomTypeId);
    }
}

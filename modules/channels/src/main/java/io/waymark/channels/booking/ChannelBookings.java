package io.waymark.channels.booking;

import io.waymark.channels.port.Reservations;
import io.waymark.events.channels.ChannelBookingEvent;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.EntityKind;

/** Makes the entities of channel bookings, and names them. */
public final class ChannelBookings {

    /** The name is the prefix of every persistence id in the journal: never change it. */
    public static final String KIND = "ChannelBooking";

    private ChannelBookings() {}

    public static EntityKind<ChannelBooking, ChannelBookingCommand, ChannelBookingEvent> kind(
            Reservations reservations) {
        return EntityKind.of(KIND, ChannelBookingEvent.class, new ChannelBookingRules())
                .withSnapshotEvery(EntityKind.NEVER)
                .withSteps(id -> new CarryOver(reservations));
    }

    /** The id of a channel's booking: whoever knows the message knows the id. */
    public static String id(Tenant tenant, String connection, String remoteId) {
        return Ids.derived("cbk", tenant.id(), connection, oneLine(remoteId));
    }

    /** The id of the booking that a channel's reservation first becomes. */
    public static String bookingId(Tenant tenant, String connection, String remoteId) {
        return Ids.derived("bkg", tenant.id(), connection, oneLine(remoteId));
    }

    /** The id under which the guest of a channel's reservation is known to the vault. */
    public static String subject(Tenant tenant, String connection, String remoteId) {
        return Ids.derived("sub", tenant.id(), connection, oneLine(remoteId));
    }

    private static String oneLine(String remoteId) {
        return remoteId.replace('\n', ' ');
    }
}

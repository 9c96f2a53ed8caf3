package io.waymark.launcher.replay.delivery;

import io.waymark.kernel.Ids;
import io.waymark.launcher.replay.capacity.RoomKind;
import io.waymark.launcher.replay.schedule.Step;
import io.waymark.launcher.replay.source.Hotel;
import io.waymark.launcher.replay.source.Reservation;

/** The ids that a tenant's things have because of what they are: nothing has to be looked up. */
public record Identities(String tenant, String connection) {

    String property(Hotel hotel) {
        return Ids.derived("prp", tenant, hotel.code());
    }

    String roomType(RoomKind kind) {
        return Ids.derived("rmt", tenant, kind.hotel().code(), kind.code());
    }

    /** The booking of a reservation, whichever way it came in. */
    public String booking(Reservation reservation) {
        return booking(reservation.remoteId());
    }

    String booking(String remoteId) {
        return Ids.derived("bkg", tenant, connection, remoteId);
    }

    /** The same for the same step, so that it takes effect once however often it is sent. */
    String command(Step step) {
        return Ids.derived("cmd", booking(step.reservation()), step.kind().name(), Integer.toString(step.number()));
    }
}

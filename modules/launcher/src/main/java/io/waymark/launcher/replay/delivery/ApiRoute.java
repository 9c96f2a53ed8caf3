package io.waymark.launcher.replay.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.events.booking.Guest;
import io.waymark.launcher.replay.capacity.RoomKind;
import io.waymark.launcher.replay.schedule.Agreed;
import io.waymark.launcher.replay.schedule.Guests;
import io.waymark.launcher.replay.schedule.Step;
import io.waymark.launcher.replay.schedule.StepKind;
import io.waymark.launcher.replay.source.Reservation;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The API: everything that can happen to a booking, one PUT each. */
final class ApiRoute implements Route {

    private final ApiClient api;
    private final Identities identities;

    ApiRoute(ApiClient api, Identities identities) {
        this.api = api;
        this.identities = identities;
    }

    @Override
    public HttpRequest request(Step step) {
        return api.put(path(step), body(step), identities.command(step), step.at());
    }

    @Override
    public Answer answer(Step step, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (step.kind() == StepKind.BOOKED) {
            // Only a booking that was not there before is "created".
            return status == 200 ? new Answer.Taken(true) : ApiClient.answer(response);
        }
        // A booking that is still being confirmed or changed is a conflict for the moment.
        return status == 409 || status == 404
                ? new Answer.NotYet(status + " " + ApiClient.problem(response))
                : ApiClient.answer(response);
    }

    private String path(Step step) {
        String booking = "/v1/bookings/" + identities.booking(step.reservation());
        return switch (step.kind()) {
            case BOOKED -> booking;
            case CHANGED -> booking + "/changes/" + step.number();
            case CANCELLED -> booking + "/cancellation";
            case ARRIVED -> booking + "/check-in";
            case DEPARTED -> booking + "/check-out";
            case NO_SHOW -> booking + "/no-show";
        };
    }

    private ObjectNode body(Step step) {
        Reservation reservation = step.reservation();
        return switch (step.kind()) {
            case BOOKED -> details(reservation, step.agreed()).put("confirm", "now");
            case CHANGED -> details(reservation, step.agreed());
            case CANCELLED, NO_SHOW -> ApiClient.object();
            case ARRIVED -> arrival(reservation);
            case DEPARTED -> departure(reservation);
        };
    }

    private ObjectNode details(Reservation reservation, Agreed agreed) {
        ObjectNode body = ApiClient.object()
                .put("propertyId", identities.property(reservation.hotel()))
                .put("channel", reservation.sale().channel())
                .put("reference", reservation.remoteId())
                .put("market", reservation.sale().market())
                .put("customerType", reservation.sale().customerType())
                .put("depositType", reservation.sale().depositType())
                .put("specialRequests", agreed.specialRequests())
                .put("parkingSpaces", agreed.parkingSpaces());
        optional(body, "agent", reservation.sale().agent());
        optional(body, "company", reservation.sale().company());
        optional(body, "country", reservation.country());
        optional(body, "remarks", agreed.remarks());
        body.putArray("rooms").add(room(reservation));
        body.putObject("total")
                .put("amountMinor", reservation.total().amountMinor())
                .put("currency", reservation.total().currency().getCurrencyCode());
        Guest guest = Guests.of(reservation.remoteId());
        ObjectNode person = body.putObject("guest").put("surname", guest.surname());
        optional(person, "givenName", guest.givenName());
        optional(person, "email", guest.email());
        return body;
    }

    private ObjectNode room(Reservation reservation) {
        RoomKind kind = new RoomKind(reservation.hotel(), reservation.rooms().reserved());
        return ApiClient.object()
                .put("line", 1)
                .put("roomTypeId", identities.roomType(kind))
                .put("arrival", reservation.arrival().toString())
                .put("departure", reservation.departure().toString())
                .put("adults", reservation.party().adults())
                .put("children", reservation.party().children())
                .put("infants", reservation.party().babies())
                .put("meal", reservation.meal());
    }

    private static ObjectNode arrival(Reservation reservation) {
        ObjectNode body = ApiClient.object()
                .put("assignedRoomTypeCode", reservation.rooms().assigned());
        optional(body, "country", reservation.country());
        return body;
    }

    private static ObjectNode departure(Reservation reservation) {
        return ApiClient.object().put("departedOn", reservation.endedOn().toString());
    }

    private static void optional(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}

package io.waymark.scenarios.stack;

import io.waymark.kernel.Ids;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.api.ApiContract.Exchange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A small hotel of one room type with rooms throughout 2031, for one scenario alone.
 *
 * @param code its own code with us and with partners
 */
public record Hotel(String tenant, String code) {

    public static final String ROOM_TYPE = "DBL";

    /** The first day on which it sells. */
    public static final LocalDate OPENING = LocalDate.of(2031, 1, 1);

    private static final LocalDate CLOSING = OPENING.plusYears(1);

    /** Describes the hotel and opens its calendar with so many rooms a day. */
    public static Hotel open(RunningWaymark waymark, ApiClient admin, String code, int rooms) {
        Hotel hotel = new Hotel(waymark.demo().tenant(), code);
        admin.put("/v1/properties/" + hotel.id(), hotel.description()).succeeded();
        admin.put("/v1/room-types/" + hotel.roomTypeId() + "/calendar", calendar(rooms))
                .succeeded();
        return hotel;
    }

    public String id() {
        return Ids.derived("prp", tenant, code);
    }

    public String roomTypeId() {
        return Ids.derived("rmt", tenant, code, ROOM_TYPE);
    }

    /** The body of its PUT. */
    public Map<String, Object> description() {
        return Map.of(
                "code",
                code,
                "name",
                "Hotel " + code,
                "place",
                "Lisbon",
                "currency",
                "EUR",
                "timeZone",
                "Europe/Lisbon",
                "roomTypes",
                List.of(Map.of("code", ROOM_TYPE, "name", "Double room", "maxGuests", 3)));
    }

    /** The body of a booking of one room for two. */
    public Map<String, Object> booking(LocalDate arrival, LocalDate departure) {
        return Map.of(
                "propertyId", id(),
                "channel", "Direct",
                "rooms",
                        List.of(Map.of(
                                "line", 1,
                                "roomTypeId", roomTypeId(),
                                "arrival", arrival.toString(),
                                "departure", departure.toString(),
                                "adults", 2,
                                "children", 0,
                                "infants", 0)),
                "total", Map.of("amountMinor", 24_000, "currency", "EUR"),
                "guest", Map.of("givenName", "Maya", "surname", "Okafor", "email", "maya@example.com"));
    }

    private static Map<String, Object> calendar(int rooms) {
        return Map.of(
                "changes",
                List.of(Map.of("from", OPENING.toString(), "to", CLOSING.toString(), "capacity", rooms)),
                "reason",
                "Opening");
    }

    /** Whether an answer to a booking says so. */
    public static String status(Exchange answer) {
        return answer.json().path("status").asText();
    }
}

package io.waymark.scenarios.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.alpinebits.reservation.Reservation;
import io.waymark.channels.alpinebits.reservation.ReservationWriter;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.Guest;
import io.waymark.http.HttpJson;
import io.waymark.kernel.Money;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.api.ApiContract.Exchange;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A channel manager that speaks AlpineBits 2020-10 with us.
 *
 * @param connection the name of its connection
 */
public record Partner(ApiClient client, String connection, String authorization) {

    private static final String BOUNDARY = "waymark-scenario-5f2d";

    /** The demo's channel manager, with this password. */
    public static Partner of(RunningWaymark waymark, String password) {
        String user = waymark.demo().alpinebits().user();
        return new Partner(
                ApiClient.anonymous(waymark.url()),
                user,
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
    }

    /** The demo's channel manager. */
    public static Partner of(RunningWaymark waymark) {
        return of(waymark, waymark.demo().alpinebits().password());
    }

    public Exchange push(Reservation... reservations) {
        return post(
                Action.PUSH_RESERVATIONS.parameter(),
                XmlText.document(ReservationWriter.push(List.of(reservations))),
                Map.of());
    }

    /** Posts reservations as JSON. */
    public Exchange json(Object body) {
        try {
            return client.send(
                    "POST",
                    "/v1/channel-reservations",
                    HttpJson.MAPPER.writeValueAsBytes(body),
                    Map.of("Authorization", authorization, "Content-Type", "application/json"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Exchange post(String action, byte[] request, Map<String, String> more) {
        String begin = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        String form = begin + "action\"\r\n\r\n" + action + "\r\n" + begin + "request\"\r\n\r\n"
                + new String(request, UTF_8) + "\r\n--" + BOUNDARY + "--\r\n";
        return raw(form.getBytes(UTF_8), more);
    }

    /** Posts this body whatever it is. */
    public Exchange raw(byte[] body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Authorization",
                authorization,
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY,
                "X-AlpineBits-ClientProtocolVersion",
                "2020-10"));
        headers.putAll(more);
        return client.send("POST", "/alpinebits", body, headers);
    }

    /** One room for two, from a day for some nights. */
    public PlainBooking booking(Hotel hotel, String remoteId, LocalDate arrival, int nights) {
        return new PlainBooking(
                hotel.code(),
                new BookingDetails.Sale("TA/TO", connection, remoteId, "Online TA", "Transient", null, null),
                List.of(new PlainBooking.Room(Hotel.ROOM_TYPE, arrival, arrival.plusDays(nights), 2, 0, 0, null, "BB")),
                Money.of(12_000L * nights, "EUR"),
                new Guest("Maya", "Okafor", "maya@example.com", null, null),
                null,
                "NG",
                new BookingDetails.Terms(null, null, "No Deposit"),
                0,
                0);
    }
}

package io.waymark.scenarios.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.alpinebits.reservation.Reservation;
import io.waymark.channels.alpinebits.reservation.ReservationComposer;
import io.waymark.channels.alpinebits.reservation.ReservationWriter;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.events.booking.BookingDetails;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Money;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.api.ApiContract.Exchange;
import io.waymark.scenarios.stack.Hotel;
import io.waymark.scenarios.stack.Partner;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent, the answer says what was wrong, shows nothing of our insides, and not one event is written. */
@ExtendWith(WaymarkExtension.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BadInputIT {

    private static final Instant NOON = Instant.parse("2030-12-01T12:00:00Z");
    private static final LocalDate DAY = Hotel.OPENING.plusDays(40);
    private static final int FIFTY_MEGABYTES = 50 * 1024 * 1024;

    private final SecureRandom random = new SecureRandom();
    private RunningWaymark waymark;
    private ApiClient admin;
    private Partner partner;
    private Hotel hotel;

    @BeforeEach
    void open(RunningWaymark running) {
        waymark = running;
        admin = running.admin();
        partner = Partner.of(running);
        hotel = Hotel.open(running, admin, "HOSTILE", 5);
    }

    @Test
    void bookingsThatCannotBeMeantAreRefused() throws SQLException {
        refused(422, "channel", () -> book(body -> body.remove("channel")));
        refused(422, "currency", () -> book(body -> body.put("total", Map.of("amountMinor", 1, "currency", "XQZ"))));
        refused(422, "/propertyId", () -> book(body -> body.put("propertyId", id("prp"))));
        refused(422, "departure", () -> admin.put(booking(), hotel.booking(DAY, DAY.minusDays(1))));
        refused(
                422,
                "/rooms/0/arrival: is no date",
                () -> text(booking(), json(hotel.booking(DAY, DAY.plusDays(2))).replace(DAY.toString(), "2031-02-30")));
        refused(
                409,
                "sold-out",
                () -> admin.put(booking(), hotel.booking(Hotel.OPENING.minusDays(9), Hotel.OPENING)),
                true);
        refused(422, "/discount: is no field", () -> book(body -> body.put("discount", 5)));
        refused(404, "bkg_", () -> admin.put("/v1/bookings/1;drop%20table", hotel.booking(DAY, DAY.plusDays(1))));
    }

    @Test
    void bodiesThatCannotBeReadAreRefused() throws SQLException {
        refused(400, "line 1", () -> text(booking(), "{\"channel\": "));
        refused(422, "", () -> text(booking(), "[".repeat(100_000)));
        refused(400, "", () -> text(booking(), "{\"channel\":\"\u0000\"}"));
        refused(
                415,
                "application/json",
                () -> admin.send("PUT", booking(), "<a/>".getBytes(UTF_8), Map.of("Content-Type", "application/xml")));
        refused(413, "larger", () -> admin.send("PUT", booking(), new byte[FIFTY_MEGABYTES], Map.of()));
        refused(422, "asOf", () -> admin.get("/v1/bookings/" + id("bkg") + "?asOf=yesterday"));
        refused(422, "limit", () -> admin.get("/v1/search/bookings?limit=100000"));
        refused(422, "cursor", () -> admin.get("/v1/bookings?cursor=%27%3B--"));
        refused(404, "", () -> admin.get("/v1/nothing/like/this"));
        refused(405, "", () -> admin.send("DELETE", "/v1/properties", new byte[0], Map.of()));
    }

    @Test
    void strangersSeeAndChangeNothing() throws SQLException {
        String booked = booking();
        admin.put(booked, hotel.booking(DAY, DAY.plusDays(1))).succeeded();
        ApiClient stranger = waymark.stranger();

        refused(401, "", () -> ApiClient.anonymous(waymark.url()).get(booked));
        refused(
                401,
                "",
                () -> ApiClient.withKey(waymark.url(), waymark.demo().adminKey() + "x")
                        .get(booked));
        refused(
                401,
                "",
                () -> ApiClient.withKey(waymark.url(), "wmk_' or 1=1 --").get(booked));
        refused(
                403,
                "bookings:write",
                () -> ApiClient.withKey(waymark.url(), waymark.demo().apiKeys().getOrDefault("analyst", ""))
                        .put(booking(), hotel.booking(DAY, DAY.plusDays(1))));
        for (String path : List.of(
                booked,
                booked + "/history",
                booked + "/guest",
                "/v1/properties/" + hotel.id(),
                "/v1/properties/" + hotel.id() + "/history",
                "/v1/room-types/" + hotel.roomTypeId(),
                "/v1/room-types/" + hotel.roomTypeId() + "/history")) {
            Exchange hidden = refused(404, "", () -> stranger.get(path));
            assertThat(hidden.text()).doesNotContain("Okafor", hotel.code());
        }
        refused(404, "", () -> stranger.put(booked + "/cancellation", Map.of()));
        refused(422, "/propertyId", () -> stranger.put(booking(), hotel.booking(DAY, DAY.plusDays(1))));
        for (String list : List.of(
                "/v1/bookings",
                "/v1/properties",
                "/v1/channel-messages",
                "/v1/channel-connections",
                "/v1/search/bookings?q=" + hotel.code(),
                "/v1/feed/recent")) {
            assertThat(stranger.get(list).succeeded().json().path("items"))
                    .as(list)
                    .isEmpty();
        }
    }

    @Test
    void brokenMessagesOfPartnersAreRefused() throws SQLException, IOException {
        Partner impostor = Partner.of(waymark, "wrong");
        refused(401, "ERROR", () -> impostor.push(reserved("bad-1", hotel.code(), DAY, 1, "EUR")));
        refused(400, "DOCTYPE", () -> posted("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
        refused(400, "line 1", () -> posted("<OTA_HotelResNotifRQ"));
        refused(400, "ERROR", () -> posted("<a/>"));
        refused(400, "ERROR", () -> partner.post("OTA_Unheard:Of", new byte[0], Map.of()));
        refused(
                400,
                "version",
                () -> partner.post(
                        "OTA_Ping:Handshaking",
                        "<a/>".getBytes(UTF_8),
                        Map.of("X-AlpineBits-ClientProtocolVersion", "1999-12")));
        refused(413, "larger", () -> partner.raw(new byte[FIFTY_MEGABYTES], Map.of()));
        byte[] bomb = zipped(FIFTY_MEGABYTES);
        refused(413, "larger", () -> partner.raw(bomb, Map.of("Content-Encoding", "gzip")));
    }

    @Test
    void reservationsThatCannotBeTakenNameTheirReason() {
        outcome("unknown hotel", partner.push(reserved("bad-2", "NOWHERE", DAY, 1, "EUR")), "NOWHERE");
        outcome("unknown currency", partner.push(reserved("bad-3", hotel.code(), DAY, 1, "USD")), "USD");
        outcome(
                "past the calendar",
                partner.push(reserved("bad-4", hotel.code(), DAY.plusYears(3), 1, "EUR")),
                "sold out");
        outcome(
                "no such stay",
                posted(xml(reserved("bad-5", hotel.code(), DAY, 1, "EUR"))
                        .replace(DAY.plusDays(1).toString(), DAY.minusDays(3).toString())),
                "bad-5");
    }

    @Test
    void lateAndRepeatedMessagesChangeNothing() throws SQLException {
        Reservation booked = reserved("order-1", hotel.code(), DAY, 1, "EUR");
        Reservation changed = ReservationComposer.modified(
                "order-1", NOON.plusSeconds(60), partner.booking(hotel, "order-1", DAY.plusDays(2), 2));
        Reservation cancelled = ReservationComposer.cancelled("order-1", NOON.plusSeconds(120), hotel.code());
        accepted(partner.push(booked));
        accepted(partner.push(cancelled));

        long events = events();
        for (Reservation late : List.of(booked, changed, cancelled, changed, booked)) {
            accepted(partner.push(late));
        }
        assertThat(events()).isEqualTo(events);
    }

    private Exchange refused(int status, String reason, Supplier<Exchange> call) throws SQLException {
        return refused(status, reason, call, false);
    }

    /** Events that a caller has caused: timers and processes go on with their own. */
    private long events() throws SQLException {
        try (Connection journal = waymark.owner();
                Statement statement = journal.createStatement();
                ResultSet count = statement.executeQuery("""
                        select count(*) from event_journal
                         where convert_from(event_payload, 'UTF8')::jsonb #>> '{meta,source}' in ('http', 'alpinebits')""")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** A sold-out booking stays readable with its refusal, so that one alone is on record. */
    private Exchange refused(int status, String reason, Supplier<Exchange> call, boolean recorded) throws SQLException {
        long before = events();
        Exchange answer = call.get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(reason);
        showsNothingOfOurInsides(answer);
        if (answer.path().startsWith("/v1")) {
            assertThat(answer.json().path("code").asText()).isNotEmpty();
            assertThat(answer.json().path("detail").asText()).isNotEmpty();
        }
        if (!recorded) {
            assertThat(events()).as("events after " + answer.text()).isEqualTo(before);
        }
        return answer;
    }

    private static void outcome(String what, Exchange answer, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).as(what).contains("<Warning", reason);
        showsNothingOfOurInsides(answer);
    }

    private static void accepted(Exchange answer) {
        assertThat(answer.text()).contains("<Success").doesNotContain("<Warning");
    }

    private static void showsNothingOfOurInsides(Exchange answer) {
        assertThat(answer.text())
                .doesNotContain(
                        "Exception", "\tat ", "io.waymark", "org.apache", "SQLSTATE", System.getProperty("user.dir"));
    }

    private Exchange book(Consumer<Map<String, Object>> mistake) {
        Map<String, Object> body = new HashMap<>(hotel.booking(DAY, DAY.plusDays(1)));
        mistake.accept(body);
        return admin.put(booking(), body);
    }

    private Exchange text(String path, String body) {
        return admin.send("PUT", path, body.getBytes(UTF_8), Map.of());
    }

    private static String json(Map<String, Object> body) {
        return new JsonMapper().valueToTree(body).toString();
    }

    private static String xml(Reservation reservation) {
        return new String(XmlText.document(ReservationWriter.push(List.of(reservation))), UTF_8);
    }

    private Exchange posted(String xml) {
        return partner.post("OTA_HotelResNotif:GuestRequests", xml.getBytes(UTF_8), Map.of());
    }

    private Reservation reserved(String remoteId, String hotelCode, LocalDate arrival, int nights, String currency) {
        PlainBooking usual = partner.booking(hotel, remoteId, arrival, nights);
        return ReservationComposer.reserved(
                remoteId,
                NOON,
                new PlainBooking(
                        hotelCode,
                        usual.sale(),
                        usual.rooms(),
                        Money.of(10_000, currency),
                        usual.guest(),
                        null,
                        null,
                        new BookingDetails.Terms(null, null, null),
                        0,
                        0));
    }

    private String booking() {
        return "/v1/bookings/" + id("bkg");
    }

    private String id(String prefix) {
        return Ids.next(prefix, Instant.now(), random);
    }

    private static byte[] zipped(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }
}

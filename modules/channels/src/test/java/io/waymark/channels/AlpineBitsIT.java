package io.waymark.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.booking.Booking;
import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.Samples;
import io.waymark.channels.alpinebits.Wire;
import io.waymark.channels.alpinebits.freerooms.FreeRooms;
import io.waymark.channels.alpinebits.freerooms.FreeRoomsXml;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.alpinebits.reservation.PushAnswer;
import io.waymark.channels.alpinebits.reservation.Reservation;
import io.waymark.channels.alpinebits.reservation.ReservationComposer;
import io.waymark.channels.alpinebits.reservation.ReservationWriter;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.channels.booking.ChannelBookings;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.Guest;
import io.waymark.http.HttpJson;
import io.waymark.inventory.Properties;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The endpoint from the outside: real HTTP, real bookings, real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlpineBitsIT {

    private static final Instant NOON = Instant.parse("2027-01-10T12:00:00Z");
    private static final LocalDate MAY = LocalDate.of(2027, 5, 1);
    private static final DateRange SEASON = new DateRange(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1));
    private static final String BOUNDARY = "x42x42";

    private final House house = new House();
    private final HttpClient client = HttpClient.newHttpClient();

    AlpineBitsIT() {
        house.open(House.HOTEL, SEASON, 2);
        house.open("H2", SEASON, 2);
        house.open("H3", SEASON, 5);
        house.open("123", SEASON, 5);
        house.connection("portal", "channels:write,history:backdate", null);
        house.connection("narrow", "channels:write", "H2");
        house.connection("reader", "channels:read", null);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void aReservationIsBookedChangedAndCancelledOnceEach() {
        Reservation booked = ReservationComposer.reserved("story", NOON, booking(House.HOTEL, MAY, 1, 10_000));
        Reservation changed =
                ReservationComposer.modified("story", NOON.plusSeconds(60), booking(House.HOTEL, MAY, 2, 20_000));
        Reservation cancelled = ReservationComposer.cancelled("story", NOON.plusSeconds(120), House.HOTEL);

        assertAccepted(push(booked));
        assertThat(details("story").total()).isEqualTo(Money.of(10_000, "EUR"));
        long events = events();
        assertAccepted(push(booked));
        assertThat(events()).isEqualTo(events);

        assertAccepted(push(changed));
        assertThat(details("story").total()).isEqualTo(Money.of(20_000, "EUR"));
        assertAccepted(push(booked));
        assertThat(details("story").total()).isEqualTo(Money.of(20_000, "EUR"));

        assertAccepted(push(cancelled));
        assertThat(state("story")).isInstanceOf(Booking.Cancelled.class);
        events = events();
        assertAccepted(push(changed));
        assertAccepted(push(cancelled));
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void aFullHouseRefusesAndSaysWhy() {
        LocalDate day = MAY.plusDays(10);
        assertAccepted(push(ReservationComposer.reserved("full-1", NOON, booking(House.HOTEL, day, 1, 1))));
        assertAccepted(push(ReservationComposer.reserved("full-2", NOON, booking(House.HOTEL, day, 1, 1))));

        XmlElement answer = push(ReservationComposer.reserved("full-3", NOON, booking(House.HOTEL, day, 1, 1)));

        assertThat(PushAnswer.refused(answer)).singleElement().satisfies(refused -> {
            assertThat(refused.id()).isEqualTo("full-3");
            assertThat(refused.code()).isEqualTo(322);
            assertThat(refused.reason()).contains("sold out").contains(day.toString());
        });
    }

    @Test
    void eachReservationOfAMessageStandsForItself() {
        LocalDate day = MAY.plusDays(20);
        XmlElement answer = push(
                ReservationComposer.reserved("part-1", NOON, booking(House.HOTEL, day, 1, 1)),
                ReservationComposer.reserved("part-2", NOON, booking("nowhere", day, 1, 1)),
                ReservationComposer.reserved("part-3", NOON, booking(House.HOTEL, day, 1, 1)));

        assertThat(PushAnswer.refused(answer)).singleElement().satisfies(refused -> {
            assertThat(refused.id()).isEqualTo("part-2");
            assertThat(refused.code()).isEqualTo(392);
            assertThat(refused.reason()).contains("nowhere");
        });
        assertThat(answer.all("HotelReservations", "HotelReservation", "UniqueID"))
                .extracting(id -> id.required("ID"))
                .containsExactly("part-1", "part-3");
        assertThat(state("part-3")).isInstanceOf(Booking.Confirmed.class);
        assertThat(state("part-2")).isInstanceOf(Booking.None.class);
    }

    @Test
    void whatDoesNotFitTheHotelIsRefused() {
        PlainBooking good = booking(House.HOTEL, MAY, 1, 1);
        PlainBooking room = withRoom(good, "SUITE");
        PlainBooking money = new PlainBooking(
                good.hotelCode(),
                good.sale(),
                good.rooms(),
                Money.of(1, "CHF"),
                good.guest(),
                null,
                null,
                good.terms(),
                0,
                0);

        assertThat(PushAnswer.refused(push(ReservationComposer.reserved("unfit-1", NOON, room))))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).contains("SUITE"));
        assertThat(PushAnswer.refused(push(ReservationComposer.reserved("unfit-2", NOON, money))))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).contains("EUR"));
        assertThat(PushAnswer.refused(document(post(
                        "narrow",
                        Action.PUSH_RESERVATIONS,
                        pushed(ReservationComposer.reserved("unfit-3", NOON, good)),
                        "2020-10"))))
                .singleElement()
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(392));
    }

    @Test
    void freeRoomsAreWhatCanStillBeBooked() {
        LocalDate day = MAY.plusDays(30);
        assertAccepted(push(ReservationComposer.reserved("free-1", NOON, booking("H3", day, 1, 1))));
        awaitSold("H3", day, 1);

        assertSuccess(post("portal", Action.FREE_ROOMS, freeRooms("H3", day, 0)));
        assertThat(PushAnswer.refused(push(ReservationComposer.reserved("free-2", NOON, booking("H3", day, 1, 1)))))
                .hasSize(1);
        assertSuccess(post("portal", Action.FREE_ROOMS, freeRooms("H3", day, 1)));
        assertAccepted(push(ReservationComposer.reserved("free-2", NOON, booking("H3", day, 1, 1))));
        assertThat(PushAnswer.refused(push(ReservationComposer.reserved("free-3", NOON, booking("H3", day, 1, 1)))))
                .hasSize(1);
    }

    @Test
    void unknownCategoriesOfFreeRoomsLeadToAWarning() {
        byte[] sample = Samples.bytes("messages/FreeRooms-OTA_HotelInvCountNotifRQ-closing_seasons.xml");

        XmlElement answer = document(post("portal", Action.FREE_ROOMS, sample));

        assertThat(answer.child("Success")).isNotNull();
        assertThat(answer.all("Warnings", "Warning"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("DOUBLE"));
    }

    @Test
    void describedCategoriesAreSoldAndCanBeRead() {
        house.open("H4", SEASON, 1);
        byte[] sample = replaced("rules/inventory/HotelDescriptiveContentNotifRQ_Basic-ok.xml", "\"123\"", "\"H4\"");

        assertSuccess(post("portal", Action.PUSH_INVENTORY, sample));
        assertSuccess(post("portal", Action.FREE_ROOMS, freeRooms("H4", MAY, 1, "DZ")));
        assertAccepted(
                push(ReservationComposer.reserved("inventory-1", NOON, withRoom(booking("H4", MAY, 1, 1), "DZ"))));

        byte[] question =
                replaced("messages/Inventory-OTA_HotelDescriptiveInfoRQ-basicpullRQ.xml", "\"123\"", "\"H4\"");
        XmlElement pulled = document(post("portal", Action.PULL_INVENTORY, question));
        assertThat(pulled.all(
                        "HotelDescriptiveContents",
                        "HotelDescriptiveContent",
                        "FacilityInfo",
                        "GuestRooms",
                        "GuestRoom"))
                .hasSize(6);
    }

    @Test
    void aHotelsDescriptionIsKeptForThoseWhoAsk() {
        byte[] sample =
                Samples.bytes("messages/Inventory-OTA_HotelDescriptiveContentNotifRQ-hotelinfo-with-contact-infos.xml");

        assertSuccess(post("portal", Action.PUSH_HOTEL_INFO, sample));

        byte[] question = Samples.bytes("messages/Inventory-OTA_HotelDescriptiveInfoRQ-hotelinfo.xml");
        XmlElement pulled = document(post("portal", Action.PULL_HOTEL_INFO, question));
        assertThat(new String(XmlText.document(pulled), UTF_8)).contains("id:12345678-1nvalid");
    }

    @Test
    void ratePlansCanBeSentReadAndRemoved() {
        byte[] sample = Samples.bytes("messages/RatePlans-OTA_HotelRatePlanNotifRQ.xml");
        String question =
                "<OTA_HotelRatePlanRQ xmlns=\"http://www.opentravel.org/OTA/2003/05\" Version=\"3\"><RatePlans>"
                        + "<RatePlan><HotelRef HotelCode=\"123\"/></RatePlan></RatePlans></OTA_HotelRatePlanRQ>";

        XmlElement answer = document(post("portal", Action.PUSH_RATE_PLANS, sample));

        assertThat(answer.child("Success")).isNotNull();
        assertThat(answer.all("Warnings", "Warning"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("double"));
        await().until(() -> house.count("select count(*) from rate_plan where code = 'Rate1-4-HB'") == 1);
        XmlElement rates = document(post("portal", Action.PULL_BASE_RATES, question.getBytes(UTF_8)));
        assertThat(rates.all("RatePlans", "RatePlan", "Rates", "Rate")).hasSize(2);
        JsonNode page = get("/v1/rate-plans?propertyId=" + Properties.id(House.TENANT, "123"));
        assertThat(page.path("items")).hasSize(1);
        String id = page.path("items").get(0).path("id").asText();
        assertThat(get("/v1/rate-plans/" + id).path("rates")).hasSize(7);

        String removal = "<OTA_HotelRatePlanNotifRQ xmlns=\"http://www.opentravel.org/OTA/2003/05\" Version=\"1\">"
                + "<RatePlans HotelCode=\"123\"><RatePlan RatePlanNotifType=\"Remove\" CurrencyCode=\"EUR\""
                + " RatePlanCode=\"Rate1-4-HB\"/></RatePlans></OTA_HotelRatePlanNotifRQ>";
        assertSuccess(post("portal", Action.PUSH_RATE_PLANS, removal.getBytes(UTF_8)));
        assertThat(get("/v1/rate-plans/" + id).path("status").asText()).isEqualTo("withdrawn");
    }

    @Test
    void everySampleRequestIsAccepted() {
        house.open("9996", SEASON, 1);
        for (String name : Samples.in("messages")) {
            if (name.contains("RQ")) {
                byte[] sample = Samples.bytes(name);
                boolean info = name.contains("hotelinfo");
                XmlElement request = Wire.read(sample);
                Action action = Arrays.stream(Action.values())
                        .filter(candidate -> candidate.requestRoot().equals(request.name()))
                        .filter(candidate -> !candidate.parameter().endsWith("Inventory") || !info)
                        .filter(candidate -> !candidate.parameter().endsWith("Info") || info)
                        .findFirst()
                        .orElseThrow();
                XmlElement answer = document(post("portal", action, sample));
                assertThat(answer.child("Success")).as(name).isNotNull();
            }
        }
    }

    @Test
    void compressesInBothDirections() throws IOException {
        byte[] form = form(Action.PING, Samples.bytes("messages/Handshake-OTA_PingRQ.xml"));
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(form);
        }
        HttpResponse<byte[]> response = send(request("portal", House.PASSWORD)
                .header("X-AlpineBits-ClientProtocolVersion", "2020-10")
                .header("Content-Encoding", "gzip")
                .header("Accept-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.headers().firstValue("X-AlpineBits-Server-Accept-Encoding"))
                .contains("gzip");
        byte[] body = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertThat(Wire.read(body).child("Success")).isNotNull();
    }

    @Test
    void strangersAreTurnedAway() {
        byte[] ping = Samples.bytes("messages/Handshake-OTA_PingRQ.xml");

        for (HttpResponse<byte[]> response : List.of(
                send(request("portal", "wrong").POST(BodyPublishers.ofByteArray(form(Action.PING, ping)))),
                send(request("nobody", "x").POST(BodyPublishers.ofByteArray(form(Action.PING, ping)))),
                send(HttpRequest.newBuilder(URI.create(house.address() + "/alpinebits"))
                        .POST(BodyPublishers.ofByteArray(ping))))) {
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(new String(response.body(), UTF_8)).startsWith("ERROR:");
            assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        assertThat(post("reader", Action.PING, ping).statusCode()).isEqualTo(403);
    }

    @Test
    void brokenCallsGetAPlainReason() {
        byte[] ping = Samples.bytes("messages/Handshake-OTA_PingRQ.xml");

        assertError(post("portal", Action.FREE_ROOMS, "<a".getBytes(UTF_8)), 400, "line 1");
        assertError(
                post(
                        "portal",
                        Action.FREE_ROOMS,
                        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>".getBytes(UTF_8)),
                400,
                "DOCTYPE");
        assertError(post("portal", Action.FREE_ROOMS, ping, "1999-01"), 400, "must be a version");
        assertError(
                send(request("portal", House.PASSWORD)
                        .header("X-AlpineBits-ClientProtocolVersion", "2020-10")
                        .POST(BodyPublishers.ofByteArray(new byte[50 * 1024 * 1024]))),
                413,
                "larger than");
    }

    @Test
    void onlySomeMaySayWhenItHappened() {
        Instant then = Instant.parse("2016-03-01T09:30:00Z");
        byte[] push = pushed(ReservationComposer.reserved("dated", NOON, booking("H2", MAY, 1, 1)));

        assertThat(send(request("narrow", House.PASSWORD)
                                .header("X-AlpineBits-ClientProtocolVersion", "2020-10")
                                .header("Waymark-Occurred-At", then.toString())
                                .POST(BodyPublishers.ofByteArray(form(Action.PUSH_RESERVATIONS, push))))
                        .statusCode())
                .isEqualTo(403);
        assertAccepted(document(send(request("portal", House.PASSWORD)
                .header("X-AlpineBits-ClientProtocolVersion", "2020-10")
                .header("Waymark-Occurred-At", then.toString())
                .POST(BodyPublishers.ofByteArray(form(Action.PUSH_RESERVATIONS, push))))));

        assertThat(facts("dated").bookedAt()).isEqualTo(then);
    }

    @Test
    void everyMessageIsOnRecordAndLeadsToItsBookings() {
        assertAccepted(push(ReservationComposer.reserved("record-1", NOON, booking("H2", MAY.plusDays(5), 1, 1))));

        JsonNode page = get("/v1/channel-messages?remoteId=record-1");
        assertThat(page.path("items")).singleElement().satisfies(message -> {
            assertThat(message.path("outcome").asText()).isEqualTo("success");
            assertThat(message.path("action").asText()).isEqualTo("OTA_HotelResNotif:GuestRequests");
            assertThat(message.path("hotelCode").asText()).isEqualTo("H2");
        });
        JsonNode message = page.path("items").get(0);
        assertThat(get("/v1/channel-messages/" + message.path("id").asText())).isEqualTo(message);
        String id = message.path("channelBookings").get(0).path("id").asText();
        assertThat(id).isEqualTo(ChannelBookings.id(House.TENANT, "portal", "record-1"));
        JsonNode booking = get("/v1/channel-bookings/" + id);
        assertThat(booking.path("status").asText()).isEqualTo("reserved");
        assertThat(booking.path("bookingId").asText()).isEqualTo(bookingId("record-1"));
        assertThat(get("/v1/channel-bookings/" + id + "/history").path("items"))
                .extracting(step -> step.path("type").asText())
                .containsExactly("channels.reservation-received.v1", "channels.reservation-applied.v1");
        assertThat(get("/v1/channel-connections").path("items")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void guestsAreSealed() {
        assertAccepted(push(ReservationComposer.reserved("sealed-1", NOON, booking("H2", MAY.plusDays(7), 1, 1))));

        assertThat(house.count("select count(*) from event_journal where convert_from(event_payload, 'UTF8') ilike"
                        + " '%Grünwald%' or convert_from(event_payload, 'UTF8') ilike '%allergic%'"))
                .isZero();
    }

    private long events() {
        return house.count("select count(*) from event_journal");
    }

    private void awaitSold(String hotel, LocalDate day, int sold) {
        String roomTypeId = Properties.roomTypeId(House.TENANT, hotel, "A");
        await().until(() -> house.count("select coalesce(max(sold), 0) from inventory_day where room_type_id = '"
                        + roomTypeId + "' and date = '" + day + "'")
                == sold);
    }

    private String bookingId(String remoteId) {
        return ChannelBookings.bookingId(House.TENANT, "portal", remoteId);
    }

    private Booking state(String remoteId) {
        return house.booking(bookingId(remoteId));
    }

    private Booking.Facts facts(String remoteId) {
        return state(remoteId).known().orElseThrow();
    }

    private BookingDetails details(String remoteId) {
        return facts(remoteId).details();
    }

    private XmlElement push(Reservation... reservations) {
        return document(post("portal", Action.PUSH_RESERVATIONS, pushed(reservations)));
    }

    private static byte[] pushed(Reservation... reservations) {
        return XmlText.document(ReservationWriter.push(List.of(reservations)));
    }

    private static byte[] freeRooms(String hotel, LocalDate day, int rooms, String... categories) {
        String category = categories.length == 0 ? "A" : categories[0];
        return XmlText.document(FreeRoomsXml.write(new FreeRooms(
                false,
                new HotelReference(hotel, null),
                List.of(new FreeRooms.Entry(
                        new FreeRooms.Scope(day, day, category, null, false),
                        List.of(new FreeRooms.Count(FreeRooms.CountType.BOOKABLE, rooms)))))));
    }

    private static byte[] replaced(String sample, String old, String fresh) {
        return new String(Samples.bytes(sample), UTF_8).replace(old, fresh).getBytes(UTF_8);
    }

    private HttpResponse<byte[]> post(String user, Action action, byte[] document) {
        return post(user, action, document, "2020-10");
    }

    private HttpResponse<byte[]> post(String user, Action action, byte[] document, String version) {
        return send(request(user, House.PASSWORD)
                .header("X-AlpineBits-ClientProtocolVersion", version)
                .POST(BodyPublishers.ofByteArray(form(action, document))));
    }

    private HttpRequest.Builder request(String user, String password) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create(house.address() + "/alpinebits"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    private JsonNode get(String path) {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(URI.create(house.address() + path))
                .header("Authorization", "Bearer " + house.key()));
        assertThat(response.statusCode()).isEqualTo(200);
        try {
            return HttpJson.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] form(Action action, byte[] document) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "action", action.parameter().getBytes(UTF_8));
        part(body, "request", document);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    private static XmlElement document(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(200);
        return Wire.read(response.body());
    }

    private static void assertSuccess(HttpResponse<byte[]> response) {
        XmlElement answer = document(response);
        assertThat(answer.child("Success")).isNotNull();
        assertThat(answer.child("Warnings")).isNull();
    }

    private static void assertAccepted(XmlElement answer) {
        assertThat(PushAnswer.refused(answer)).isEmpty();
    }

    private static void assertError(HttpResponse<byte[]> response, int status, String reason) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(new String(response.body(), UTF_8))
                .startsWith("ERROR:")
                .contains(reason)
                .doesNotContain("\tat ");
    }

    private static PlainBooking withRoom(PlainBooking booking, String code) {
        return new PlainBooking(
                booking.hotelCode(),
                booking.sale(),
                booking.rooms().stream()
                        .map(room -> new PlainBooking.Room(code, room.arrival(), room.departure(), 2, 0, 0, null, "BB"))
                        .toList(),
                booking.total(),
                booking.guest(),
                booking.remarks(),
                booking.country(),
                booking.terms(),
                0,
                0);
    }

    private static PlainBooking booking(String hotel, LocalDate arrival, int nights, long amount) {
        @Nullable String none = null;
        return new PlainBooking(
                hotel,
                new BookingDetails.Sale("TA/TO", "portal", "x", "Online TA", none, "9", none),
                List.of(new PlainBooking.Room("A", arrival, arrival.plusDays(nights), 2, 0, 0, none, "BB")),
                Money.of(amount, "EUR"),
                new Guest("Anna", "Grünwald", "anna@example.com", "+39047112345", "de"),
                "allergic to nuts",
                "DE",
                new BookingDetails.Terms(none, none, Objects.requireNonNullElse(none, "No Deposit")),
                0,
                0);
    }
}

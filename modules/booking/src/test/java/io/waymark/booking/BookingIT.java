package io.waymark.booking;

import static io.waymark.booking.TestNode.HERE;
import static io.waymark.booking.TestNode.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.booking.TestNode.Answer;
import io.waymark.inventory.Properties;
import io.waymark.kernel.Ids;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Bookings over HTTP with their inventory, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingIT {

    private static final HoldTimes SHORT = new HoldTimes(Duration.ofSeconds(3), Duration.ofSeconds(20));
    private static final String PROPERTY = Properties.id(HERE, "CITY");

    private final TestNode node;

    BookingIT() throws SQLException {
        node = new TestNode(SHORT);
    }

    @BeforeAll
    void describeTheHouse() {
        Answer described = node.put("/v1/properties/" + PROPERTY, """
                {"code":"CITY","name":"City","place":"Lisbon","currency":"EUR","timeZone":"Europe/Lisbon","roomTypes":[
                 {"code":"A","name":"Double","maxGuests":2},{"code":"B","name":"Suite","maxGuests":4},
                 {"code":"RACE","name":"Last rooms","maxGuests":2}]}""");
        assertThat(described.status()).as(described.body().toString()).isEqualTo(201);
        List.of("A", "B").forEach(code -> open(code, 20));
        open("RACE", 5);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aStayFromBookingToCheckOut() {
        String id = id("stay");

        Answer booked = node.put(path(id), content("A", "2026-07-01", "2026-07-04", ""));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(booked.body().path("status").asText()).isEqualTo("confirmed");
        assertThat(booked.body().path("nights").asInt()).isEqualTo(3);
        assertThat(booked.body().toString()).doesNotContain("Okafor");
        assertThat(booked.header("ETag")).isEqualTo("\"2\"");

        Answer changed = node.put(path(id) + "/changes/c-1", content("B", "2026-07-02", "2026-07-06", ""));
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.body().path("rooms").path(0).path("roomTypeCode").asText())
                .isEqualTo("B");

        assertThat(node.put(path(id) + "/check-in", "{\"country\":\"PRT\"}")
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("checked-in");
        Answer left = node.put(path(id) + "/check-out", "{\"departedOn\":\"2026-07-04\"}");
        assertThat(left.body().path("status").asText()).isEqualTo("checked-out");
        assertThat(left.body().path("departedOn").asText()).isEqualTo("2026-07-04");
        assertThat(left.body().path("country").asText()).isEqualTo("PRT");

        JsonNode history = node.get(path(id) + "/history").body().path("items");
        assertThat(history.findValuesAsText("type"))
                .containsExactly(
                        "booking.requested.v1",
                        "booking.confirmed.v1",
                        "booking.change-requested.v1",
                        "booking.changed.v1",
                        "booking.checked-in.v1",
                        "booking.checked-out.v1",
                        "booking.rooms-released.v1");
        assertThat(node.get(path(id) + "?revision=2").body().path("arrival").asText())
                .isEqualTo("2026-07-01");
        assertThat(sold("B", "2026-07-05", left)).isZero();
        assertThat(sold("B", "2026-07-03", left)).isEqualTo(1);
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSame() {
        String id = id("twice");
        String body = content("A", "2026-08-01", "2026-08-03", "");

        assertThat(node.put(path(id), body).status()).isEqualTo(201);
        Answer again = node.put(path(id), body);
        assertThat(again.status()).as(again.body().toString()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");

        String other = id("command");
        assertThat(node.put(path(other), body, "Waymark-Command-Id", "cmd_fixed_1")
                        .status())
                .isEqualTo(201);
        assertThat(node.put(path(other), body, "Waymark-Command-Id", "cmd_fixed_1")
                        .status())
                .isEqualTo(200);
        assertThat(node.put(
                                path(other),
                                content("A", "2026-08-01", "2026-08-04", ""),
                                "Waymark-Command-Id",
                                "cmd_fixed_1")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("idempotency-conflict");
        assertThat(node.put(path(other), content("A", "2026-08-01", "2026-08-04", ""))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aHoldThatNobodyConfirmsReturnsItsRooms() {
        String id = id("hold");
        Answer held = node.put(path(id), content("A", "2026-09-01", "2026-09-03", ",\"confirm\":\"later\""));
        assertThat(held.body().path("status").asText()).isEqualTo("held");
        assertThat(held.body().path("holdExpiresAt").asText()).isNotEmpty();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> node.get(path(id)).body().path("status").asText().equals("expired"));
        Answer late = node.put(path(id) + "/confirmation", "{}");
        assertThat(late.status()).isEqualTo(410);
        assertThat(held("A", "2026-09-01", id)).isZero();
    }

    @Test
    void aHoldIsConfirmedInTime() {
        String id = id("confirm");
        node.put(path(id), content("A", "2026-10-01", "2026-10-03", ",\"confirm\":\"later\""));

        Answer confirmed = node.put(path(id) + "/confirmation", "{}");

        assertThat(confirmed.body().path("status").asText()).isEqualTo("confirmed");
        assertThat(node.put(path(id) + "/confirmation", "{}").status()).isEqualTo(200);
    }

    @Test
    void theLastRoomsGoToAsManyAsThereAreAndNobodyIsLeftPending() {
        List<Answer> answers = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> node.put(path(id("race" + i)), content("RACE", "2026-07-10", "2026-07-11", ""))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(5);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(55)
                .allSatisfy(answer ->
                        assertThat(answer.body().path("code").asText()).isEqualTo("sold-out"));
        IntStream.range(0, 60)
                .forEach(i -> assertThat(node.get(path(id("race" + i)))
                                .body()
                                .path("status")
                                .asText())
                        .isIn("confirmed", "refused"));
    }

    @Test
    void cancelledIsCancelledAndNothingElseFollows() {
        String id = id("cancel");
        node.put(path(id), content("A", "2026-11-01", "2026-11-03", ""));

        Answer cancelled = node.put(path(id) + "/cancellation", "{\"reason\":\"ill\"}");

        assertThat(cancelled.body().path("status").asText()).isEqualTo("cancelled");
        assertThat(cancelled.body().path("cancelledAt").asText()).isNotEmpty();
        assertThat(node.put(path(id) + "/cancellation", "{}").status()).isEqualTo(200);
        Answer checkIn = node.put(path(id) + "/check-in", "{}");
        assertThat(checkIn.status()).isEqualTo(409);
        assertThat(checkIn.body().path("detail").asText()).isEqualTo("The booking is cancelled: nobody can check in.");
        assertThat(sold("A", "2026-11-01", cancelled)).isZero();
    }

    @Test
    void theGuestIsOpenedForThoseWhoMayAndThatIsRecorded() throws SQLException {
        String id = id("guest");
        node.put(path(id), content("A", "2026-12-01", "2026-12-03", ",\"remarks\":\"late arrival\""));

        JsonNode guest = node.get(path(id) + "/guest").body();

        assertThat(guest.path("surname").asText()).isEqualTo("Okafor");
        assertThat(guest.path("remarks").asText()).isEqualTo("late arrival");
        assertThat(openings(id)).containsExactly("key:key_here");
        assertThat(node.getAs("elsewhere", path(id) + "/guest").status()).isEqualTo(404);
        join(node.vault.erase(HERE, guest.path("subject").asText()));
        JsonNode erased = node.get(path(id) + "/guest").body();
        assertThat(erased.path("erased").asBoolean()).isTrue();
        assertThat(erased.has("surname")).isFalse();
    }

    @Test
    void bookingsAreListedTheNewestFirstPageByPage() {
        List<Answer> answers = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> node.put(path(id("list" + i)), content("B", "2027-01-0" + i, "2027-01-09", "")))
                .toList();
        List<String> newest = answers.reversed().stream()
                .map(answer -> answer.body().path("id").asText())
                .toList();

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = node.get(
                            "/v1/bookings?limit=2&status=confirmed&arrivalFrom=2027-01-01&arrivalTo=2027-01-05&propertyId="
                                    + PROPERTY + cursor,
                            "Waymark-Position",
                            answers.getLast().header("Waymark-Position"))
                    .body();
            listed.addAll(page.path("items").findValuesAsText("id"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());

        assertThat(listed).isEqualTo(newest.subList(1, 5));
        assertThat(node.getAs("elsewhere", "/v1/bookings").body().path("items")).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThat(pointer(content("A", "2026-07-04", "2026-07-01", ""))).isEqualTo("/rooms/0/departure");
        assertThat(pointer(content("A", "2026-07-01", "2026-07-04", "").replace("EUR", "XXQ")))
                .startsWith("/total");
        assertThat(pointer(content("nowhere", "2026-07-01", "2026-07-04", ""))).isEqualTo("/rooms/0/roomTypeId");
        assertThat(node.put(path(id("malformed")), "{").status()).isEqualTo(400);
        assertThat(node.get(path(id("never"))).status()).isEqualTo(404);
        assertThat(node.get("/v1/bookings/nonsense").status()).isEqualTo(404);
    }

    private void open(String code, int capacity) {
        Answer opened = node.put(
                "/v1/room-types/" + roomType(code) + "/calendar",
                "{\"changes\":[{\"from\":\"2026-07-01\",\"to\":\"2027-07-01\",\"capacity\":" + capacity + "}]}");
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(200);
    }

    private static String content(String roomType, String arrival, String departure, String more) {
        return """
                {"propertyId":"%s","channel":"direct","rooms":[{"line":1,"roomTypeId":"%s","arrival":"%s",
                 "departure":"%s","adults":2,"meal":"BB"}],"total":{"amountMinor":42000,"currency":"EUR"},
                 "guest":{"givenName":"Maya","surname":"Okafor","email":"maya@example.com"}%s}""".formatted(PROPERTY, roomType(roomType), arrival, departure, more);
    }

    private String pointer(String content) {
        Answer answer = node.put(path(id("sense")), content);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        return answer.body().path("errors").path(0).path("pointer").asText();
    }

    private int sold(String code, String date, Answer after) {
        return day(code, date, after.header("Waymark-Position")).path("sold").asInt();
    }

    private int held(String code, String date, String bookingId) {
        return day(code, date, node.get(path(bookingId)).header("Waymark-Position"))
                .path("held")
                .asInt();
    }

    private JsonNode day(String code, String date, String position) {
        return node.get(
                        "/v1/room-types/" + roomType(code) + "?from=" + date + "&to="
                                + java.time.LocalDate.parse(date).plusDays(1),
                        "Waymark-Position",
                        position)
                .body()
                .path("days")
                .path(0);
    }

    private List<String> openings(String bookingId) throws SQLException {
        return node.database.transact(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select actor from guest_opening where booking_id = ?")) {
                select.setString(1, bookingId);
                List<String> actors = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        actors.add(row.getString(1));
                    }
                }
                return actors;
            }
        });
    }

    private static String path(String bookingId) {
        return "/v1/bookings/" + bookingId;
    }

    private static String id(String name) {
        return Ids.derived("bkg", name);
    }

    private static String roomType(String code) {
        return Properties.roomTypeId(HERE, "CITY", code);
    }
}

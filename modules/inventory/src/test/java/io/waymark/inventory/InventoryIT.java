package io.waymark.inventory;

import static io.waymark.inventory.TestNode.HERE;
import static io.waymark.inventory.TestNode.join;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.events.inventory.RoomTypeEvent.ReleaseReason;
import io.waymark.inventory.RoomTypeCommand.HoldRooms;
import io.waymark.inventory.RoomTypeCommand.ProposeChange;
import io.waymark.inventory.RoomTypeCommand.ReleaseRooms;
import io.waymark.inventory.RoomTypeCommand.SellRooms;
import io.waymark.inventory.RoomTypeCommand.ShortenStay;
import io.waymark.inventory.RoomTypes.Outcome;
import io.waymark.inventory.TestNode.Answer;
import io.waymark.kernel.DateRange;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.projection.ConsistencyToken;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The inventory over HTTP and through its ports, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryIT {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final TestNode node;
    private final AtomicInteger commands = new AtomicInteger();

    InventoryIT() throws SQLException {
        node = new TestNode();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aDescribedHouseHasRoomTypesThatCanBeSold() {
        Answer created = define("CITY", "City hotel", "A", "B");

        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"2\"");
        assertThat(created.body().path("roomTypes")).hasSize(2);
        assertThat(node.get(
                                "/v1/room-types/" + roomType("CITY", "A"),
                                "Waymark-Position",
                                created.header("Waymark-Position"))
                        .body()
                        .path("maxGuests")
                        .asInt())
                .isEqualTo(2);
        assertThat(define("CITY", "City hotel", "A", "B").status()).isEqualTo(200);
        assertThat(node.get("/v1/properties/" + property("CITY"))
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("City hotel");
    }

    @Test
    void aRoomTypeThatIsLeftOutStays() {
        define("KEEP", "Keeper", "A", "B");

        JsonNode after = define("KEEP", "Keeper's", "B").body();

        assertThat(after.path("roomTypes").findValuesAsText("code")).containsExactly("B", "A");
        assertThat(after.path("name").asText()).isEqualTo("Keeper's");
    }

    @Test
    void whatIsSetAndTakenCanBeRead() {
        define("GRID", "Grid", "A");
        String roomType = roomType("GRID", "A");
        Answer set = calendar(roomType, """
                {"changes":[{"from":"2026-07-01","to":"2026-07-05","capacity":3},
                            {"from":"2026-07-02","to":"2026-07-03","allowance":1,"minStay":2,"closedToArrival":true}]}""");
        assertThat(set.status()).as(set.body().toString()).isEqualTo(200);
        assertThat(set.body().path("days")).hasSize(4);

        ask(roomType, new SellRooms("bkg_1/1", nights(1, 4), 1, Enforcement.ENFORCE));
        ask(
                roomType,
                new HoldRooms("bkg_2/1", nights(2, 3), 1, Instant.now().plusSeconds(600), Enforcement.CAPACITY_ONLY));
        ask(roomType, new ProposeChange("bkg_1/1", nights(3, 5), 2, Enforcement.CAPACITY_ONLY));

        JsonNode days =
                availability("GRID", roomType, 5).path("roomTypes").path(0).path("days");
        assertThat(days).hasSize(5);
        assertThat(counts(days)).containsExactly("3 1 0 2", "3 1 1 2", "3 1 1 1", "3 0 2 1", "0 0 0 0");
        assertThat(days.path(1).path("minStay").asInt()).isEqualTo(2);
        assertThat(days.path(1).path("closedToArrival").asBoolean()).isTrue();
        assertThat(days.path(0).has("minStay")).isFalse();
    }

    @Test
    void capacityBelowWhatIsTakenIsRefusedWithItsDate() {
        define("FULL", "Full", "A");
        String roomType = roomType("FULL", "A");
        calendar(roomType, "{\"changes\":[{\"from\":\"2026-07-01\",\"to\":\"2026-07-05\",\"capacity\":1}]}");
        ask(roomType, new SellRooms("bkg_1/1", nights(2, 4), 1, Enforcement.ENFORCE));

        Answer lowered =
                calendar(roomType, "{\"changes\":[{\"from\":\"2026-07-01\",\"to\":\"2026-07-05\",\"capacity\":0}]}");

        assertThat(lowered.status()).isEqualTo(409);
        assertThat(lowered.body().path("detail").asText()).contains("2026-07-02");
    }

    @Test
    void thePastOfARoomTypeCanBeRead() {
        define("PAST", "Past", "A");
        String roomType = roomType("PAST", "A");
        calendar(roomType, "{\"changes\":[{\"from\":\"2026-07-01\",\"to\":\"2026-07-02\",\"capacity\":1}]}");
        calendar(
                roomType,
                "{\"changes\":[{\"from\":\"2026-07-01\",\"to\":\"2026-07-02\",\"capacity\":5}],\"reason\":\"annexe\"}");

        String dates = "&from=2026-07-01&to=2026-07-02";
        assertThat(capacityAt(roomType, "revision=2" + dates)).isEqualTo(1);
        assertThat(capacityAt(roomType, "revision=3" + dates)).isEqualTo(5);
        assertThat(node.get("/v1/room-types/" + roomType + "?asOf=2000-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);

        JsonNode history =
                node.get("/v1/room-types/" + roomType + "/history?limit=2").body();
        assertThat(history.path("items").findValuesAsText("revision")).containsExactly("3", "2");
        assertThat(history.path("items").path(0).path("reason").asText()).isEqualTo("annexe");
        JsonNode rest = node.get("/v1/room-types/" + roomType + "/history?limit=2&cursor="
                        + history.path("next").asText())
                .body();
        assertThat(rest.path("items").findValuesAsText("type")).containsExactly("inventory.room-type-opened.v1");
        assertThat(rest.has("next")).isFalse();
    }

    @Test
    void propertiesAreListedPageByPage() {
        define("LIST1", "One", "A");
        Answer last = define("LIST2", "Two", "A");

        List<String> codes = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = node.get(
                            "/v1/properties?limit=1" + cursor, "Waymark-Position", last.header("Waymark-Position"))
                    .body();
            codes.addAll(page.path("items").findValuesAsText("code").stream()
                    .filter(code -> code.startsWith("LIST"))
                    .toList());
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(codes).containsExactly("LIST1", "LIST2");
    }

    @Test
    void anotherTenantSeesNothing() {
        define("MINE", "Mine", "A");

        assertThat(node.getAs("elsewhere", "/v1/properties/" + property("MINE")).status())
                .isEqualTo(404);
        assertThat(node.getAs("elsewhere", "/v1/room-types/" + roomType("MINE", "A"))
                        .status())
                .isEqualTo(404);
        assertThat(node.getAs(
                                "elsewhere",
                                "/v1/properties/" + property("MINE") + "/availability?from=2026-07-01&to=2026-07-02")
                        .status())
                .isEqualTo(404);
        assertThat(node.getAs("unknown", "/v1/properties").status()).isEqualTo(401);
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        define("SENSE", "Sense", "A");
        String roomType = roomType("SENSE", "A");

        assertThat(pointer(node.put("/v1/properties/" + property("SENSE"), description("OTHER", "x", "A"))))
                .isEqualTo("/code");
        assertThat(pointer(calendar(roomType, "{\"changes\":[]}"))).isEqualTo("/changes");
        assertThat(pointer(calendar(roomType, "{\"changes\":[{\"from\":\"2026-07-02\",\"to\":\"2026-07-01\"}]}")))
                .isEqualTo("/changes/0/to");
        assertThat(pointer(calendar(
                        roomType, "{\"changes\":[{\"from\":\"2026-07-01\",\"to\":\"2026-07-02\",\"capacity\":-1}]}")))
                .isEqualTo("/changes/0/capacity");
        assertThat(node.get("/v1/properties/" + property("SENSE") + "/availability?from=2026-07-01&to=2030-01-01")
                        .status())
                .isEqualTo(422);
        assertThat(node.get("/v1/properties/nonsense").status()).isEqualTo(404);
    }

    @Test
    void theLastPlacesGoToAsManyAsThereAre() throws SQLException {
        define("RACE", "Race", "A");
        String roomType = roomType("RACE", "A");
        calendar(roomType, "{\"changes\":[{\"from\":\"2026-07-01\",\"to\":\"2026-07-02\",\"capacity\":100}]}");

        List<CompletionStage<Outcome>> clients = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            clients.add(node.inventory
                    .roomTypes()
                    .ask(
                            roomType,
                            new SellRooms("bkg_race_" + i + "/1", nights(1, 2), 1, Enforcement.ENFORCE),
                            origin()));
        }
        List<Outcome> outcomes = clients.stream().map(TestNode::join).toList();

        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(100);
        assertThat(outcomes.stream().filter(Outcome.Unavailable.class::isInstance))
                .hasSize(900);
        JsonNode day = availability("RACE", roomType, 1)
                .path("roomTypes")
                .path(0)
                .path("days")
                .path(0);
        assertThat(day.path("sold").asInt()).isEqualTo(100);
        assertThat(day.path("free").asInt()).isZero();
        assertThat(allocations(roomType)).isEqualTo(100);
    }

    @Test
    void theReadModelAgreesWithARecountOfItsAllocations() throws SQLException {
        define("SUMS", "Sums", "A");
        String roomType = roomType("SUMS", "A");
        calendar(roomType, "{\"changes\":[{\"from\":\"2026-07-01\",\"to\":\"2026-08-01\",\"capacity\":50}]}");
        for (int i = 0; i < 40; i++) {
            ask(
                    roomType,
                    new SellRooms("bkg_" + i + "/1", nights(1 + i % 20, 2 + i % 20 + i % 5), 1, Enforcement.ENFORCE));
            if (i % 3 == 0) {
                ask(roomType, new ReleaseRooms("bkg_" + i + "/1", ReleaseReason.CANCELLED));
            } else if (i % 3 == 1) {
                ask(roomType, new ShortenStay("bkg_" + i + "/1", JULY.plusDays(1 + i % 20)));
            }
        }
        availability("SUMS", roomType, 1);

        assertThat(differences(roomType)).isEmpty();
    }

    private Answer define(String code, String name, String... roomTypes) {
        return node.put("/v1/properties/" + property(code), description(code, name, roomTypes));
    }

    private static String description(String code, String name, String... roomTypes) {
        List<String> offers = new ArrayList<>();
        for (String roomType : roomTypes) {
            offers.add("{\"code\":\"" + roomType + "\",\"name\":\"Room " + roomType + "\",\"maxGuests\":2}");
        }
        return """
                {"code":"%s","name":"%s","place":"Lisbon","currency":"EUR","timeZone":"Europe/Lisbon","roomTypes":[%s]}""".formatted(code, name, String.join(",", offers));
    }

    private Answer calendar(String roomType, String json) {
        return node.put("/v1/room-types/" + roomType + "/calendar", json);
    }

    private void ask(String roomType, RoomTypeCommand command) {
        assertThat(join(node.inventory.roomTypes().ask(roomType, command, origin())))
                .isEqualTo(new Outcome.Done());
    }

    private Origin origin() {
        return Origin.internal(HERE, "test", "process", "cmd_" + commands.incrementAndGet());
    }

    /** The grid, as soon as it shows everything that was written so far. */
    private JsonNode availability(String property, String roomType, int days) {
        JsonNode newest =
                node.get("/v1/room-types/" + roomType + "/history?limit=1").body();
        long revision = newest.path("items").path(0).path("revision").asLong();
        return node.get(
                        "/v1/properties/" + property(property) + "/availability?from=" + JULY + "&to="
                                + JULY.plusDays(days),
                        "Waymark-Position",
                        new ConsistencyToken("RoomType", roomType, revision).text())
                .body();
    }

    private int capacityAt(String roomType, String query) {
        return node.get("/v1/room-types/" + roomType + "?" + query)
                .body()
                .path("days")
                .path(0)
                .path("capacity")
                .asInt();
    }

    private static List<String> counts(JsonNode days) {
        List<String> counts = new ArrayList<>();
        days.forEach(day ->
                counts.add(day.path("capacity").asInt() + " " + day.path("sold").asInt() + " "
                        + day.path("held").asInt() + " " + day.path("free").asInt()));
        return counts;
    }

    private static String pointer(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("errors").path(0).path("pointer").asText();
    }

    private int allocations(String roomType) throws SQLException {
        return node.database.transact(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select count(*) from inventory_allocation where room_type_id = ?")) {
                select.setString(1, roomType);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    private List<String> differences(String roomType) throws SQLException {
        return node.database.transact(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select d.date, d.sold, count(a.hold_id)
                      from inventory_day d
                      left join inventory_allocation a
                        on a.tenant = d.tenant and a.room_type_id = d.room_type_id
                       and d.date >= a.arrival and d.date < a.departure
                     where d.room_type_id = ?
                     group by d.date, d.sold
                    having d.sold <> count(a.hold_id)""")) {
                select.setString(1, roomType);
                List<String> differences = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        differences.add(row.getString(1) + ": " + row.getInt(2) + " but " + row.getInt(3));
                    }
                }
                return differences;
            }
        });
    }

    private static DateRange nights(int from, int to) {
        return new DateRange(JULY.plusDays(from - 1L), JULY.plusDays(to - 1L));
    }

    private static String property(String code) {
        return Properties.id(HERE, code);
    }

    private static String roomType(String property, String code) {
        return Properties.roomTypeId(HERE, property, code);
    }
}

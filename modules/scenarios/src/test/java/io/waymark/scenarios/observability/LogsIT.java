package io.waymark.scenarios.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.alpinebits.reservation.ReservationComposer;
import io.waymark.events.booking.Guest;
import io.waymark.kernel.Ids;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.api.ApiContract.Exchange;
import io.waymark.scenarios.stack.Hotel;
import io.waymark.scenarios.stack.Partner;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of what a running node and a running pipeline write into their logs. */
@ExtendWith(WaymarkExtension.class)
class LogsIT {

    /** In every field of the guest, so that one look finds any of them. */
    private static final String MARK = "Zarquonmark";

    private final RunningWaymark waymark;
    private final ApiClient admin;

    LogsIT(RunningWaymark waymark) {
        this.waymark = waymark;
        this.admin = waymark.admin();
    }

    @Test
    void noGuestIsEverInALogHoweverTheirBookingGoes() throws IOException {
        Hotel hotel = Hotel.open(waymark, admin, "LOGS", 2);
        Map<String, Object> body = marked(hotel);
        book("taken", body).succeeded();
        book("taken", body).succeeded();
        book("broken", with(body, "guest", Map.of("givenName", MARK, "surname", MARK, "nickname", MARK)));
        book("wrong", with(body, "guest", Map.of("givenName", MARK, "surname", MARK, "email", MARK)));
        book("total", with(body, "total", MARK));
        admin.send(
                "PUT",
                "/v1/bookings/" + id("cut"),
                ("{\"guest\":{\"surname\":\"" + MARK).getBytes(StandardCharsets.UTF_8),
                Map.of());
        admin.get("/v1/search/bookings?q=" + MARK);
        admin.get("/v1/bookings/" + id("taken") + "/guest").succeeded();
        push(hotel);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(admin.get("/v1/search/bookings?property=" + hotel.code())
                                .text())
                        .contains(id("taken")));
        assertThat(text("node-1")).doesNotContain(MARK);
        assertThat(text("flink")).doesNotContain(MARK);
    }

    @Test
    void everyLineIsADocumentAndARequestIsFoundByTheIdThatItsCallerGot() throws IOException {
        String requestId =
                admin.get("/v1/me").headers().firstValue("Waymark-Request-Id").orElseThrow();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(documents("node-1"))
                        .filteredOn(line -> line.path("kvpList").toString().contains(requestId))
                        .singleElement()
                        .satisfies(line -> {
                            assertThat(line.path("loggerName").asText()).isEqualTo("io.waymark.access");
                            assertThat(line.path("kvpList").toString()).contains("\"/v1/me\"", "\"200\"");
                        }));
        assertThat(documents("flink")).isNotEmpty();
    }

    private Exchange book(String name, Map<String, Object> body) {
        return admin.put("/v1/bookings/" + id(name), body);
    }

    private static String id(String name) {
        return Ids.derived("bkg", "logs", name);
    }

    private static Map<String, Object> marked(Hotel hotel) {
        Map<String, Object> body = with(
                hotel.booking(Hotel.OPENING.plusDays(1), Hotel.OPENING.plusDays(2)), "remarks", MARK + " arrives late");
        return with(
                body,
                "guest",
                Map.of(
                        "givenName",
                        MARK,
                        "surname",
                        MARK,
                        "email",
                        MARK + "@example.com",
                        "phone",
                        "+49 170 0000 " + MARK.length(),
                        "language",
                        "de"));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    private void push(Hotel hotel) {
        Partner partner = Partner.of(waymark);
        PlainBooking usual = partner.booking(hotel, "LOGS-1", Hotel.OPENING.plusDays(8), 2);
        PlainBooking marked = new PlainBooking(
                usual.hotelCode(),
                usual.sale(),
                usual.rooms(),
                usual.total(),
                new Guest(MARK, MARK, MARK + "@example.com", null, null),
                MARK,
                usual.country(),
                usual.terms(),
                usual.specialRequests(),
                usual.parkingSpaces());
        partner.push(ReservationComposer.reserved("LOGS-1", Instant.parse("2026-11-21T12:00:00Z"), marked));
    }

    private String text(String part) throws IOException {
        return Files.readString(waymark.settings().log(part));
    }

    private List<JsonNode> documents(String part) throws IOException {
        JsonMapper mapper = new JsonMapper();
        Path log = waymark.settings().log(part);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(line -> {
                        try {
                            return mapper.readTree(line);
                        } catch (IOException e) {
                            throw new AssertionError("not a document: " + line, e);
                        }
                    })
                    .toList();
        }
    }
}

package io.waymark.scenarios.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.channels.alpinebits.reservation.ReservationComposer;
import io.waymark.kernel.Ids;
import io.waymark.scenarios.api.ApiContract.Exchange;
import io.waymark.scenarios.api.OpenApi.Operation;
import io.waymark.scenarios.replay.Replays;
import io.waymark.scenarios.stack.Hotel;
import io.waymark.scenarios.stack.Partner;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks through every operation of docs/openapi.yaml against a running Waymark. The client judges each answer by the
 * document; here it only remains to be shown that none was left out.
 */
@ExtendWith(WaymarkExtension.class)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ApiContractIT {

    private static final Duration VISIBLE = Duration.ofSeconds(30);
    private static final Set<String> STREAMS = Set.of("/v1/feed");

    @Test
    void everyOperationAnswersAsDocumented(RunningWaymark waymark) throws IOException, InterruptedException {
        Replays.small(waymark);
        ApiClient admin = waymark.admin();
        Hotel hotel = Hotel.open(waymark, admin, "CONTRACT", 5);

        inventory(admin, hotel);
        bookings(admin, hotel);
        Partner partner = Partner.of(waymark);
        channels(admin, partner, hotel);
        outbound(admin, hotel);
        insights(admin, hotel);
        feed(waymark);
        system(admin);

        assertThat(left(Stream.of(admin, partner.client()))).isEmpty();
    }

    private static void inventory(ApiClient admin, Hotel hotel) {
        admin.get("/v1/me").succeeded();
        admin.get("/v1/properties").succeeded();
        admin.get("/v1/properties/" + hotel.id()).succeeded();
        admin.get("/v1/properties/" + hotel.id() + "/history").succeeded();
        admin.get("/v1/properties/" + hotel.id() + "/availability?from=2031-01-01&to=2031-02-01")
                .succeeded();
        Exchange roomType = admin.get("/v1/room-types/" + hotel.roomTypeId()).succeeded();
        admin.get("/v1/room-types/" + hotel.roomTypeId() + "/history").succeeded();
        Exchange stale = admin.put(
                "/v1/room-types/" + hotel.roomTypeId() + "/calendar",
                Map.of("changes", List.of(Map.of("from", "2031-03-01", "to", "2031-03-02", "closed", true))),
                Map.of("If-Match", "\"999\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(roomType.headers().firstValue("ETag")).isPresent();
    }

    private static void bookings(ApiClient admin, Hotel hotel) {
        Map<String, Object> stay = hotel.booking(Hotel.OPENING.plusDays(10), Hotel.OPENING.plusDays(12));
        String stayed = booking();
        Exchange booked = admin.put(stayed, stay);
        assertThat(booked.status()).isEqualTo(201);
        assertThat(Hotel.status(booked)).isEqualTo("confirmed");
        Exchange again = admin.put(stayed, stay);
        assertThat(again.json()).isEqualTo(booked.json());
        Map<String, Object> longer = hotel.booking(Hotel.OPENING.plusDays(10), Hotel.OPENING.plusDays(13));
        assertThat(Hotel.status(
                        admin.put(stayed + "/changes/one-night-more", longer).succeeded()))
                .isEqualTo("confirmed");
        assertThat(admin.get(stayed + "?revision="
                                + booked.json().path("revision").asText())
                        .json()
                        .path("departure")
                        .asText())
                .isEqualTo(Hotel.OPENING.plusDays(12).toString());
        admin.get(stayed + "?asOf="
                        + Instant.parse(booked.json().path("updatedAt").asText()))
                .succeeded();
        admin.put(stayed + "/check-in", Map.of("country", "PT")).succeeded();
        assertThat(Hotel.status(admin.put(stayed + "/check-out", Map.of()).succeeded()))
                .isEqualTo("checked-out");
        assertThat(admin.get(stayed + "/history").json().path("items")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(admin.get(stayed + "/guest").json().path("surname").asText()).isEqualTo("Okafor");

        String held = booking();
        Map<String, Object> later = new HashMap<>(stay);
        later.put("confirm", "later");
        assertThat(Hotel.status(admin.put(held, later).succeeded())).isEqualTo("held");
        assertThat(Hotel.status(admin.put(held + "/confirmation", Map.of()).succeeded()))
                .isEqualTo("confirmed");
        assertThat(Hotel.status(admin.put(held + "/no-show", Map.of()).succeeded()))
                .isEqualTo("no-show");

        String cancelled = booking();
        admin.put(cancelled, stay).succeeded();
        assertThat(Hotel.status(admin.put(cancelled + "/cancellation", Map.of("reason", "plans changed"))
                        .succeeded()))
                .isEqualTo("cancelled");
        admin.get("/v1/bookings?propertyId=" + hotel.id() + "&limit=2").succeeded();
    }

    private static void channels(ApiClient admin, Partner partner, Hotel hotel) throws IOException {
        String remoteId = hotel.code() + "-1";
        assertThat(partner.json(Map.of(
                                "reservations",
                                List.of(Map.of(
                                        "remoteId",
                                        hotel.code() + "-json",
                                        "revisedAt",
                                        "2030-12-01T10:00:00Z",
                                        "kind",
                                        "cancelled",
                                        "hotelCode",
                                        hotel.code()))))
                        .json()
                        .at("/results/0/status")
                        .asText())
                .isEqualTo("accepted");
        Exchange pushed = partner.push(ReservationComposer.reserved(
                remoteId,
                Instant.parse("2030-12-01T10:00:00Z"),
                partner.booking(hotel, remoteId, Hotel.OPENING.plusDays(20), 2)));
        assertThat(pushed.text()).contains("<Success");
        assertThat(partner.post("OTA_HotelRatePlanNotif:RatePlans", ratePlan(), Map.of())
                        .text())
                .contains("<Success");
        admin.get("/v1/channel-connections").succeeded();
        JsonNode message =
                admin.get("/v1/channel-messages?remoteId=" + remoteId).json().at("/items/0");
        admin.get("/v1/channel-messages/" + message.path("id").asText()).succeeded();
        String channelBooking = message.at("/channelBookings/0/id").asText();
        admin.get("/v1/channel-bookings/" + channelBooking).succeeded();
        admin.get("/v1/channel-bookings/" + channelBooking + "/history").succeeded();
        JsonNode plans = await().atMost(VISIBLE)
                .until(
                        () -> admin.get("/v1/rate-plans?propertyId=" + hotel.id())
                                .json()
                                .path("items"),
                        items -> !items.isEmpty());
        admin.get("/v1/rate-plans/" + plans.at("/0/id").asText()).succeeded();
    }

    /** The demo's sandbox: what its channels were told about the hotel, and its switches. */
    private static void outbound(ApiClient admin, Hotel hotel) {
        // Channels are told of the dates that are near; the hotel's season is years ahead.
        LocalDate near = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(10);
        admin.put(
                        "/v1/room-types/" + hotel.roomTypeId() + "/calendar",
                        Map.of(
                                "changes",
                                List.of(Map.of(
                                        "from",
                                        near.toString(),
                                        "to",
                                        near.plusDays(1).toString(),
                                        "capacity",
                                        3))))
                .succeeded();
        JsonNode sync = await().atMost(VISIBLE)
                .until(
                        () -> admin.get("/v1/channel-syncs?connection=sandbox-ota&roomTypeId=" + hotel.roomTypeId())
                                .json()
                                .at("/items/0"),
                        found -> !found.isMissingNode());
        admin.get("/v1/channel-syncs/" + sync.path("id").asText()).succeeded();
        admin.get("/v1/rate-parity?propertyId=" + hotel.id() + "&broken=true").succeeded();
        admin.put("/v1/channel-connections/sandbox-ota/outbound", Map.of("keepBack", 0))
                .succeeded();
        JsonNode faults =
                admin.get("/v1/channel-connections/sandbox-ota/faults").json();
        admin.put("/v1/channel-connections/sandbox-ota/faults", faults).succeeded();
        assertThat(admin.get("/v1/channel-connections/demo-channel/faults").status())
                .isEqualTo(404);
    }

    private static void insights(ApiClient admin, Hotel hotel) {
        await().atMost(VISIBLE)
                .until(() -> admin.get("/v1/search/bookings?property=" + hotel.code())
                                .json()
                                .path("total")
                                .asInt()
                        == 4);
        admin.get("/v1/search/bookings?q=portugl&status=checked-out&sort=arrival&limit=5")
                .succeeded();
        admin.get("/v1/search/bookings/suggestions?q=por").succeeded();
        admin.get("/v1/search/channel-messages?outcome=success&limit=3").succeeded();
        admin.get("/v1/dashboards/operations").succeeded();
        admin.put("/v1/forecasts/CITY/training", Map.of()).succeeded();
        admin.get("/v1/forecasts/CITY?series=arrivals").succeeded();
        for (String dashboard : List.of(
                "occupancy",
                "adr",
                "pick-up",
                "cancellations",
                "lead-time",
                "channels",
                "markets",
                "countries",
                "length-of-stay",
                "revenue")) {
            String question = "?property=CITY&from=2016-01-01&to=2017-01-01&compare=year";
            assertThat(admin.get("/v1/dashboards/" + dashboard + question)
                            .json()
                            .path("rows"))
                    .as(dashboard)
                    .isNotEmpty();
            assertThat(admin.get("/v1/exports/dashboards/" + dashboard + ".csv" + question)
                            .text())
                    .as(dashboard)
                    .contains("\r\n");
        }
        assertThat(admin.get("/v1/exports/bookings.csv?property=" + hotel.code())
                        .text()
                        .lines())
                .hasSize(5);
        admin.get("/v1/feed/recent?limit=5").succeeded();
    }

    /** A stream has no end, so it is read here, and as far as its first event. */
    private static void feed(RunningWaymark waymark) throws IOException, InterruptedException {
        String last = waymark.admin()
                .get("/v1/feed/recent?limit=2")
                .json()
                .at("/items/1/id")
                .asText();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = http.send(
                    HttpRequest.newBuilder(waymark.url().resolve("/v1/feed"))
                            .header("Authorization", "Bearer " + waymark.demo().adminKey())
                            .header("Last-Event-ID", last)
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.lines().anyMatch(line -> line.startsWith("data: {\"id\"")))
                        .isTrue();
            }
        }
    }

    private static void system(ApiClient admin) {
        JsonNode system = admin.get("/v1/system").json();
        assertThat(system.at("/nodes/0/status").asText()).isEqualTo("up");
        admin.get("/v1/system/dead-letters").succeeded();
        admin.get("/health/live").succeeded();
        admin.get("/health/ready").succeeded();
    }

    private static byte[] ratePlan() throws IOException {
        try (InputStream file = Objects.requireNonNull(ApiContractIT.class.getResourceAsStream("rate-plan.xml"))) {
            return file.readAllBytes();
        }
    }

    private static String booking() {
        return "/v1/bookings/" + Ids.next("bkg", Instant.now(), new SecureRandom());
    }

    /** The operations of the document that nobody has been answered to with success. */
    private static Set<String> left(Stream<ApiClient> clients) {
        OpenApi api = OpenApi.read();
        Set<String> walked = clients.flatMap(client -> client.exchanges().stream())
                .filter(exchange -> exchange.status() < 300)
                .flatMap(exchange -> api.operation(exchange.method(), exchange.path()).stream())
                .map(ApiContractIT::name)
                .collect(Collectors.toSet());
        Set<String> left = new TreeSet<>();
        for (Operation operation : api.operations()) {
            if (!STREAMS.contains(operation.path()) && !walked.contains(name(operation))) {
                left.add(name(operation));
            }
        }
        return left;
    }

    private static String name(Operation operation) {
        return operation.method() + " " + operation.path();
    }
}

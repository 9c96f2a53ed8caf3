package io.waymark.launcher.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.events.EventJson;
import io.waymark.kernel.Ids;
import io.waymark.launcher.demo.Demo;
import io.waymark.servers.Readiness;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A property large enough that a measurement never meets a full night, and requests for its rooms. */
public final class BenchHouse {

    private static final int ROOM_TYPES = 100;
    private static final int NIGHTS = 360;
    private static final int ROOMS = 100_000;
    private static final LocalDate OPENING = LocalDate.of(2027, 1, 1);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI base;
    private final String key;
    private final String host;
    private final String property;
    private final List<String> roomTypes = new ArrayList<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    public BenchHouse(Demo demo) {
        base = URI.create(demo.baseUrl());
        key = demo.adminKey();
        host = base.getAuthority();
        property = Ids.derived("prp", demo.tenant(), "BENCH");
        for (int i = 0; i < ROOM_TYPES; i++) {
            roomTypes.add(Ids.derived("rmt", demo.tenant(), "BENCH", code(i)));
        }
    }

    /** Makes the property and opens all of its nights. */
    public void open() throws InterruptedException {
        ObjectNode body = EventJson.MAPPER
                .createObjectNode()
                .put("code", "BENCH")
                .put("name", "Bench House")
                .put("place", "Nowhere")
                .put("currency", "EUR")
                .put("timeZone", "Europe/Lisbon");
        ArrayNode described = body.putArray("roomTypes");
        for (int i = 0; i < ROOM_TYPES; i++) {
            described.addObject().put("code", code(i)).put("name", "Room " + i).put("maxGuests", 4);
        }
        put("/v1/properties/" + property, body);
        ObjectNode calendar = EventJson.MAPPER.createObjectNode();
        calendar.putArray("changes")
                .addObject()
                .put("from", OPENING.toString())
                .put("to", OPENING.plusDays(NIGHTS).toString())
                .put("capacity", ROOMS);
        for (String roomType : roomTypes) {
            put("/v1/room-types/" + roomType + "/calendar", calendar);
        }
    }

    /** The bytes of a PUT of a new booking; the number chooses its rooms and nights. */
    public byte[] booking(String path, long number) {
        return request(path, content(number, 0, true));
    }

    /** The bytes of a PUT that gives the booking of this number another price. */
    public byte[] change(String path, long number, long price) {
        return request(path, content(number, price, false));
    }

    /** A new booking to be confirmed, or a change of one; put together plainly, for the node is to be measured and not this. */
    String content(long number, long price, boolean booking) {
        LocalDate arrival = OPENING.plusDays(number / ROOM_TYPES % (NIGHTS - 3));
        return "{\"propertyId\":\"" + property + "\",\"channel\":\"direct\",\"rooms\":[{\"line\":1,\"roomTypeId\":\""
                + roomTypes.get((int) (number % ROOM_TYPES)) + "\",\"arrival\":\"" + arrival + "\",\"departure\":\""
                + arrival.plusDays(2)
                + "\",\"adults\":2,\"children\":0,\"infants\":0,\"ratePlan\":\"BAR\",\"meal\":\"BB\"}],"
                + "\"total\":{\"amountMinor\":" + price
                + ",\"currency\":\"EUR\"},\"guest\":{\"givenName\":\"Bench\",\"surname\":\"Guest\","
                + "\"email\":\"guest@example.org\"},\"country\":\"PRT\"" + (booking ? ",\"confirm\":\"now\"}" : "}");
    }

    /** A PUT to any node. */
    HttpRequest put(URI node, String path, String body, Duration limit) {
        return authorized(node, path, limit)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
    }

    /** What a GET of the first node answers. */
    JsonNode get(String path) {
        try {
            return EventJson.MAPPER.readTree(
                    send(authorized(base, path, LIMIT).GET().build()).body());
        } catch (JsonProcessingException e) {
            throw new ServerFailure("GET " + path + " did not answer with JSON.", e);
        }
    }

    private HttpRequest.Builder authorized(URI node, String path, Duration limit) {
        return HttpRequest.newBuilder(node.resolve(path)).timeout(limit).header("Authorization", "Bearer " + key);
    }

    /** The bytes of a PUT. */
    public byte[] request(String path, String body) {
        return ("PUT " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A room type that was described a moment ago is not known everywhere yet, so a 404 is asked again. */
    private void put(String path, ObjectNode body) throws InterruptedException {
        HttpRequest request = put(base, path, body.toString(), LIMIT);
        boolean taken = Readiness.within(LIMIT, () -> true, () -> {
            HttpResponse<String> answer = send(request);
            if (answer.statusCode() / 100 != 2 && answer.statusCode() != 404) {
                throw new ServerFailure("PUT " + path + " answered " + answer.body());
            }
            return answer.statusCode() != 404;
        });
        if (!taken) {
            throw new ServerFailure("PUT " + path + " is still not found.");
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServerFailure("The node does not answer: %s.".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        }
    }

    private static String code(int roomType) {
        return "R%02d".formatted(roomType);
    }
}

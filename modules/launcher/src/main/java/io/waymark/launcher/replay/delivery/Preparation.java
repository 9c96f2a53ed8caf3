package io.waymark.launcher.replay.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Ids;
import io.waymark.launcher.replay.capacity.CalendarPlan;
import io.waymark.launcher.replay.capacity.CalendarRun;
import io.waymark.launcher.replay.capacity.NeededRooms;
import io.waymark.launcher.replay.capacity.Night;
import io.waymark.launcher.replay.capacity.RoomKind;
import io.waymark.launcher.replay.source.Hotel;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the hotels and the rooms that a replay needs, through the API, before the first reservation is sent. */
final class Preparation {

    private static final Set<String> SCOPES =
            Set.of("bookings:read", "bookings:write", "inventory:read", "inventory:write", "history:backdate");
    private static final int MOST_DAYS_READ = 400;
    private static final int MOST_CHANGES_SENT = 400;
    private static final String CURRENCY = "EUR";
    private static final String TIME_ZONE = "Europe/Lisbon";

    private final ApiClient api;
    private final Sender sender;

    Preparation(ApiClient api, Sender sender) {
        this.api = api;
        this.sender = sender;
    }

    /** The tenant of the key, which must be allowed to do all that a replay does. */
    String tenant() throws InterruptedException {
        JsonNode me = read(api.get("/v1/me"));
        Set<String> missing = new TreeSet<>(SCOPES);
        me.path("scopes").forEach(scope -> missing.remove(scope.asText()));
        if (!missing.isEmpty()) {
            throw new ReplayFailure("The API key needs the scopes " + String.join(", ", missing) + " to replay.");
        }
        return me.path("tenant").asText();
    }

    /** Whether the system knows a reservation. */
    boolean knows(Identities identities, String remoteId) throws InterruptedException {
        return send(api.get("/v1/bookings/" + identities.booking(remoteId))).answer() instanceof Answer.Taken;
    }

    /** Defines the hotel, or adds the room types that it lacks; what somebody else has described stays as it is. */
    void define(House house, Identities identities, Instant at) throws InterruptedException {
        String path = "/v1/properties/" + identities.property(house.hotel());
        Sender.Reply found = send(api.get(path));
        ObjectNode body = found.answer() instanceof Answer.Taken
                ? known(ApiClient.json(found.response()))
                : unknown(house.hotel());
        ArrayNode roomTypes = body.withArray("roomTypes");
        Set<String> codes = new TreeSet<>();
        roomTypes.forEach(roomType -> codes.add(roomType.path("code").asText()));
        house.maxGuests().forEach((code, maxGuests) -> {
            if (codes.add(code)) {
                roomTypes
                        .addObject()
                        .put("code", code)
                        .put("name", "Room " + code)
                        .put("maxGuests", maxGuests);
            }
        });
        write(path, body, Ids.derived("cmd", path, body.toString()), at);
    }

    /** What the calendars must say so that everything needed fits beside what is on the books. */
    CalendarPlan plan(NeededRooms needed, Set<Hotel> hotels, Identities identities) throws InterruptedException {
        Map<RoomKind, Map<LocalDate, Night>> nights = new TreeMap<>();
        for (Hotel hotel : hotels) {
            LocalDate end = needed.span().to();
            for (LocalDate from = needed.span().from(); from.isBefore(end); from = from.plusDays(MOST_DAYS_READ)) {
                LocalDate to = from.plusDays(MOST_DAYS_READ).isBefore(end) ? from.plusDays(MOST_DAYS_READ) : end;
                readNights(hotel, new DateRange(from, to), identities, nights);
            }
        }
        return CalendarPlan.of(
                needed, (kind, date) -> nights.getOrDefault(kind, Map.of()).getOrDefault(date, Night.UNKNOWN));
    }

    void send(CalendarPlan plan, Identities identities, Instant plannedAt, Instant at) throws InterruptedException {
        for (Map.Entry<RoomKind, List<CalendarRun>> entry : new TreeMap<>(plan.runs()).entrySet()) {
            List<CalendarRun> runs = entry.getValue();
            for (int first = 0; first < runs.size(); first += MOST_CHANGES_SENT) {
                ObjectNode body = ApiClient.object().put("reason", "Rooms that the replayed reservations need");
                ArrayNode changes = body.putArray("changes");
                runs.subList(first, Math.min(runs.size(), first + MOST_CHANGES_SENT))
                        .forEach(run -> changes.addObject()
                                .put("from", run.nights().from().toString())
                                .put("to", run.nights().to().toString())
                                .put("capacity", run.capacity())
                                .put("allowance", run.allowance()));
                String path = "/v1/room-types/" + identities.roomType(entry.getKey()) + "/calendar";
                write(path, body, Ids.derived("cmd", path, plannedAt.toString(), body.toString()), at);
            }
        }
    }

    private void readNights(
            Hotel hotel, DateRange range, Identities identities, Map<RoomKind, Map<LocalDate, Night>> nights)
            throws InterruptedException {
        JsonNode availability = read(api.get("/v1/properties/" + identities.property(hotel) + "/availability?from="
                + range.from() + "&to=" + range.to()));
        for (JsonNode roomType : availability.path("roomTypes")) {
            RoomKind kind = new RoomKind(hotel, roomType.path("code").asText());
            for (JsonNode day : roomType.path("days")) {
                nights.computeIfAbsent(kind, absent -> new HashMap<>())
                        .put(LocalDate.parse(day.path("date").asText()), night(day));
            }
        }
    }

    private static Night night(JsonNode day) {
        return new Night(
                day.path("capacity").asInt(),
                day.path("allowance").asInt(),
                day.path("sold").asInt() + day.path("held").asInt());
    }

    private static ObjectNode unknown(Hotel hotel) {
        return ApiClient.object()
                .put("code", hotel.code())
                .put("name", hotel.title())
                .put("place", hotel.place())
                .put("currency", CURRENCY)
                .put("timeZone", TIME_ZONE);
    }

    /** The parts of a property's answer that describe it. */
    private static ObjectNode known(JsonNode property) {
        ObjectNode body = ApiClient.object();
        for (String field : List.of("code", "name", "place", "currency", "timeZone")) {
            if (property.has(field)) {
                body.set(field, property.get(field));
            }
        }
        ArrayNode roomTypes = body.putArray("roomTypes");
        for (JsonNode roomType : property.path("roomTypes")) {
            ObjectNode described = roomTypes.addObject();
            for (String field : List.of("code", "name", "maxGuests")) {
                described.set(field, roomType.get(field));
            }
        }
        return body;
    }

    private JsonNode read(HttpRequest request) throws InterruptedException {
        Sender.Reply reply = send(request);
        return switch (reply.answer()) {
            case Answer.Taken taken -> ApiClient.json(reply.response());
            case Answer.Refused(String reason) -> throw refused(request, reason);
        };
    }

    private void write(String path, ObjectNode body, String commandId, Instant at) throws InterruptedException {
        HttpRequest request = api.put(path, body, commandId, at);
        Sender.Reply reply = sentOrStopped(sender.send(request, Preparation::meaningOfWrite));
        if (reply.answer() instanceof Answer.Refused(String reason)) {
            throw refused(request, reason);
        }
    }

    private static ReplayFailure refused(HttpRequest request, String reason) {
        return new ReplayFailure("The replay cannot be prepared: " + request.method() + " "
                + request.uri().getPath() + " answered " + reason + ".");
    }

    private Sender.Reply send(HttpRequest request) throws InterruptedException {
        return sentOrStopped(sender.send(request, ApiClient::answer));
    }

    private static Sender.Reply sentOrStopped(Sender.@Nullable Reply reply) throws InterruptedException {
        if (reply == null) {
            throw new InterruptedException("the replay was stopped");
        }
        return reply;
    }

    /** A room type that was described a moment ago is not known everywhere yet. */
    private static Answer meaningOfWrite(HttpResponse<byte[]> response) {
        return response.statusCode() == 404
                ? new Answer.NotYet(ApiClient.problem(response))
                : ApiClient.answer(response);
    }
}

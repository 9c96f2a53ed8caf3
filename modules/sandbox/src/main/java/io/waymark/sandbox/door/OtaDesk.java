package io.waymark.sandbox.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.http.HttpJson;
import io.waymark.kernel.DateRange;
import io.waymark.sandbox.channel.Copy;
import io.waymark.sandbox.channel.Copy.Room;
import io.waymark.sandbox.channel.CopyDay.CopyTerms;
import io.waymark.sandbox.door.OtaJson.Held;
import io.waymark.sandbox.door.OtaJson.HeldDay;
import io.waymark.sandbox.door.OtaJson.Result;
import io.waymark.sandbox.door.OtaJson.Results;
import io.waymark.sandbox.door.OtaJson.Rooms;
import io.waymark.sandbox.door.OtaJson.RoomsItem;
import io.waymark.sandbox.door.OtaJson.Terms;
import io.waymark.sandbox.door.OtaJson.TermsItem;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small REST of an OTA: PUT availability and terms of a room type, GET what it holds. */
final class OtaDesk implements Desk {

    private static final int MOST_ITEMS = 200;
    private static final int MOST_ROOMS = 100_000;
    private static final Pattern PATH = Pattern.compile("/hotels/([^/]+)/rooms/([^/]+)/(availability|terms|inventory)");
    private static final Pattern DATES = Pattern.compile("from=(\\d{4}-\\d\\d-\\d\\d)&to=(\\d{4}-\\d\\d-\\d\\d)");

    private final Copy copy;
    private final String prefix;

    OtaDesk(Copy copy, String prefix) {
        this.copy = copy;
        this.prefix = prefix;
    }

    @Override
    public String what(Knock knock) {
        Matcher path = path(knock);
        return knock.method() + " " + (path.matches() ? path.group(3) : knock.path());
    }

    @Override
    public boolean changes(Knock knock) {
        return knock.method().equals("PUT");
    }

    @Override
    public Response carryOut(Knock knock) {
        Matcher path = path(knock);
        if (!path.matches()) {
            return Response.json(404, "{\"error\":\"there is nothing here\"}", "unknown path");
        }
        Room room = new Room(decoded(path.group(1)), decoded(path.group(2)));
        try {
            return switch (knock.method() + " " + path.group(3)) {
                case "PUT availability" -> rooms(room, HttpJson.MAPPER.readValue(knock.body(), Rooms.class));
                case "PUT terms" -> terms(room, HttpJson.MAPPER.readValue(knock.body(), Terms.class));
                case "GET inventory" -> held(room, knock.query());
                default -> Response.json(405, "{\"error\":\"not like that\"}", "method");
            };
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Response.json(400, "{\"error\":\"this cannot be read\"}", "unreadable");
        }
    }

    @Override
    public Response refuse(Knock knock, String reason) {
        return Response.json(503, "{\"error\":\"" + reason + "\"}", reason);
    }

    private Response rooms(Room room, Rooms message) {
        List<Result> results = new ArrayList<>();
        for (RoomsItem item : message.items()) {
            boolean fits = item.rooms() >= 0
                    && item.rooms() <= MOST_ROOMS
                    && results.size() < MOST_ITEMS
                    && copy.setRooms(room, new DateRange(item.from(), item.to()), item.rooms(), message.message());
            results.add(result(results.size(), fits));
        }
        return results(results);
    }

    private Response terms(Room room, Terms message) {
        List<Result> results = new ArrayList<>();
        for (TermsItem item : message.items()) {
            CopyTerms terms =
                    new CopyTerms(item.price(), item.minStay(), item.closedToArrival(), item.closedToDeparture());
            boolean fits = results.size() < MOST_ITEMS
                    && copy.setTerms(room, new DateRange(item.from(), item.to()), terms, message.message());
            results.add(result(results.size(), fits));
        }
        return results(results);
    }

    private Response held(Room room, String query) {
        Matcher dates = DATES.matcher(query);
        if (!dates.matches()) {
            return Response.json(400, "{\"error\":\"from and to are needed\"}", "unreadable");
        }
        DateRange wanted = new DateRange(LocalDate.parse(dates.group(1)), LocalDate.parse(dates.group(2)));
        return Response.json(
                200,
                json(new Held(copy.days(room, wanted).entrySet().stream()
                        .map(day -> new HeldDay(
                                day.getKey(),
                                day.getValue().rooms(),
                                day.getValue().price(),
                                day.getValue().minStay(),
                                day.getValue().closedToArrival(),
                                day.getValue().closedToDeparture()))
                        .toList())),
                "");
    }

    private static Result result(int index, boolean fits) {
        return fits
                ? new Result(index, "accepted", null)
                : new Result(index, "rejected", "too many dates, rooms or items");
    }

    private static Response results(List<Result> results) {
        return Response.json(200, json(new Results(results)), results.size() + " items");
    }

    private Matcher path(Knock knock) {
        return PATH.matcher(knock.path().startsWith(prefix) ? knock.path().substring(prefix.length()) : "");
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        try {
            return HttpJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }
}

package io.waymark.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.waymark.http.HttpJson;
import io.waymark.kernel.DateRange;
import io.waymark.sandbox.channel.Channel;
import io.waymark.sandbox.channel.Copy.Room;
import io.waymark.sandbox.channel.CopyDay;
import io.waymark.sandbox.channel.MessageLog;
import io.waymark.sandbox.fault.Faults;
import io.waymark.sandbox.shop.Shop;
import io.waymark.sandbox.shop.Traffic;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /control}: what each channel has and does, and how it is to misbehave. */
public final class Control implements HttpHandler {

    private static final int LARGEST_BODY = 10_000;
    private static final int MESSAGES = 100;

    private final Map<String, Channel> channels;
    private final Map<String, Shop> shops;

    public Control(Map<String, Channel> channels, Map<String, Shop> shops) {
        this.channels = Map.copyOf(channels);
        this.shops = Map.copyOf(shops);
    }

    /** A channel at a glance. */
    public record Glance(
            String name, String protocol, Faults faults, MessageLog.Counts messages, Traffic.Progress traffic) {}

    /** A date of a channel's copy. */
    public record Night(String hotel, String roomType, LocalDate date, CopyDay day) {}

    private record Said(int status, Object body) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Said said = answer(exchange);
            byte[] body = HttpJson.MAPPER.writeValueAsBytes(said.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Said answer(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/", -1);
        if (parts.length < 3 || !parts[2].equals("channels")) {
            return nothing();
        }
        if (parts.length == 3) {
            return new Said(
                    200,
                    Map.of("items", channels.values().stream().map(this::glance).toList()));
        }
        @Nullable Channel channel = channels.get(parts[3]);
        @Nullable Shop shop = shops.get(parts[3]);
        if (channel == null || shop == null) {
            return nothing();
        }
        String what = exchange.getRequestMethod() + " " + (parts.length > 4 ? parts[4] : "");
        try {
            return switch (what) {
                case "GET " -> new Said(200, glance(channel));
                case "PUT faults" -> {
                    channel.dice().set(body(exchange, Faults.class));
                    yield new Said(200, channel.dice().faults());
                }
                case "GET messages" ->
                    new Said(200, Map.of("items", channel.log().last(MESSAGES)));
                case "GET copy" -> new Said(200, Map.of("items", copy(channel, query(exchange))));
                case "DELETE copy" -> {
                    channel.copy().clear();
                    yield new Said(200, Map.of());
                }
                case "GET sales" -> new Said(200, Map.of("items", shop.standing()));
                case "POST traffic" -> new Said(shop.start(body(exchange, Traffic.class)) ? 202 : 409, shop.progress());
                case "GET traffic" -> new Said(200, shop.progress());
                default -> nothing();
            };
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return new Said(400, Map.of("error", "this cannot be read"));
        }
    }

    private Glance glance(Channel channel) {
        Shop shop = shops.get(channel.name());
        return new Glance(
                channel.name(),
                channel.protocol().text(),
                channel.dice().faults(),
                channel.log().counts(),
                shop == null ? Traffic.Progress.NONE : shop.progress());
    }

    private static List<Night> copy(Channel channel, Map<String, String> query) {
        DateRange dates = new DateRange(
                LocalDate.parse(query.getOrDefault("from", "2000-01-01")),
                LocalDate.parse(query.getOrDefault("to", "2100-01-01")));
        List<Night> nights = new ArrayList<>();
        for (Room room : channel.copy().rooms()) {
            if (room.hotel().equals(query.getOrDefault("hotel", room.hotel()))
                    && room.roomType().equals(query.getOrDefault("roomType", room.roomType()))) {
                channel.copy()
                        .days(room, dates)
                        .forEach((date, day) -> nights.add(new Night(room.hotel(), room.roomType(), date, day)));
            }
        }
        return nights;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new HashMap<>();
        @Nullable String query = exchange.getRequestURI().getQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
            }
        }
        return values;
    }

    private static <T> T body(HttpExchange exchange, Class<T> type) throws IOException {
        return HttpJson.MAPPER.readValue(exchange.getRequestBody().readNBytes(LARGEST_BODY), type);
    }

    private static Said nothing() {
        return new Said(404, Map.of("error", "there is nothing here"));
    }
}

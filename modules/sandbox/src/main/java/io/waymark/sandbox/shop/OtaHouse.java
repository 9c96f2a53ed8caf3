package io.waymark.sandbox.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.http.HttpJson;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** JSON to the house's endpoint for channels' reservations. */
record OtaHouse(String channel, HouseAddress address) implements House {

    @Override
    public HttpRequest request(SaleMessage message) {
        try {
            return address.request("/v1/channel-reservations", channel)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(
                            HttpJson.MAPPER.writeValueAsBytes(Map.of("reservations", List.of(reservation(message))))))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sale could not be written", e);
        }
    }

    @Override
    public Answer answer(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != 200) {
            return new Answer.Unclear("HTTP status " + response.statusCode());
        }
        JsonNode result = HttpJson.MAPPER.readTree(response.body()).at("/results/0");
        return switch (result.path("status").asText()) {
            case "accepted" -> new Answer.Taken();
            case "refused" -> new Answer.Refused(result.path("reason").asText());
            default -> new Answer.Unclear(result.path("reason").asText());
        };
    }

    private static Map<String, Object> reservation(SaleMessage message) {
        Map<String, Object> reservation = new TreeMap<>(Map.of(
                "remoteId",
                message.saleId(),
                "revisedAt",
                message.at().toString(),
                "kind",
                message.kind().name().toLowerCase(Locale.ROOT),
                "hotelCode",
                message.room().hotel()));
        if (message.kind() != SaleMessage.Kind.CANCELLED) {
            reservation.put(
                    "rooms",
                    List.of(Map.of(
                            "roomTypeCode", message.room().roomType(),
                            "arrival", message.nights().from().toString(),
                            "departure", message.nights().to().toString(),
                            "adults", 2)));
            reservation.put("total", message.total());
            reservation.put(
                    "guest",
                    Map.of("givenName", "Noa", "surname", "Lindqvist", "email", "noa@example.com", "country", "SE"));
        }
        return reservation;
    }
}

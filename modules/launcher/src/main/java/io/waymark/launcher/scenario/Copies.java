package io.waymark.launcher.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The copies of one availability, side by side: rooms by room type and date.
 *
 * @param oversold nights on which more is sold than capacity and allowance
 * @param sold rooms that the house has sold, by room type and date
 */
record Copies(Map<String, Map<String, Integer>> byHolder, int oversold, Map<String, Integer> sold) {

    static final String HOUSE = "waymark";

    /** Reads the house's own, and that of each channel. */
    static Copies read(PracticeHotel hotel, Web sandbox, Iterable<String> channels) {
        Map<String, Map<String, Integer>> holders = new TreeMap<>();
        Map<String, Integer> sold = new TreeMap<>();
        Map<String, Integer> house = new TreeMap<>();
        int oversold = 0;
        JsonNode availability = hotel.house()
                .get("/v1/properties/" + hotel.propertyId() + "/availability?from="
                        + hotel.dates().from() + "&to=" + hotel.dates().to())
                .body();
        for (JsonNode roomType : availability.path("roomTypes")) {
            for (JsonNode day : roomType.path("days")) {
                String key =
                        roomType.path("code").asText() + " " + day.path("date").asText();
                int free = day.path("capacity").asInt()
                        + day.path("allowance").asInt()
                        - day.path("sold").asInt()
                        - day.path("held").asInt();
                oversold += free < 0 ? 1 : 0;
                house.put(key, day.path("closed").asBoolean() ? 0 : Math.max(0, free));
                sold.put(key, day.path("sold").asInt() + day.path("held").asInt());
            }
        }
        holders.put(HOUSE, house);
        for (String channel : channels) {
            Map<String, Integer> copy = new TreeMap<>();
            JsonNode nights = sandbox.get("/control/channels/" + channel + "/copy?hotel=" + PracticeHotel.CODE
                            + "&from=" + hotel.dates().from() + "&to="
                            + hotel.dates().to())
                    .body();
            for (JsonNode night : nights.path("items")) {
                copy.put(
                        night.path("roomType").asText() + " "
                                + night.path("date").asText(),
                        night.at("/day/rooms").asInt());
            }
            holders.put(channel, copy);
        }
        return new Copies(holders, oversold, sold);
    }

    /** Room types and dates on which not all say the same. */
    int different() {
        TreeSet<String> keys = new TreeSet<>();
        byHolder.values().forEach(copy -> keys.addAll(copy.keySet()));
        return (int) keys.stream()
                .filter(key -> byHolder.values().stream()
                                .map(copy -> copy.getOrDefault(key, -1))
                                .distinct()
                                .count()
                        > 1)
                .count();
    }

    int nights() {
        return byHolder.getOrDefault(HOUSE, Map.of()).size();
    }

    /** Rooms that channels believe to have sold, by room type and date. */
    static Map<String, Integer> standing(Web sandbox, Iterable<String> channels) {
        Map<String, Integer> standing = new TreeMap<>();
        for (String channel : channels) {
            for (JsonNode sale : sandbox.get("/control/channels/" + channel + "/sales")
                    .body()
                    .path("items")) {
                LocalDate.parse(sale.path("arrival").asText())
                        .datesUntil(LocalDate.parse(sale.path("departure").asText()))
                        .forEach(
                                night -> standing.merge(sale.path("roomType").asText() + " " + night, 1, Integer::sum));
            }
        }
        return standing;
    }
}

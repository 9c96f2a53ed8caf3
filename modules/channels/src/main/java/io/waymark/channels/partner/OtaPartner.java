package io.waymark.channels.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.channels.connection.Outbound;
import io.waymark.channels.sync.ChannelSync.Mapping;
import io.waymark.channels.sync.ChannelSync.Outgoing;
import io.waymark.channels.sync.ChannelSync.Outgoing.RoomsMessage;
import io.waymark.channels.sync.ChannelSync.Outgoing.TermsMessage;
import io.waymark.channels.sync.DayOffer.Terms;
import io.waymark.channels.sync.Runs;
import io.waymark.events.channels.ChannelSyncEvent.Failure;
import io.waymark.http.HttpJson;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A channel that takes batches of JSON with a result for each item, as the large OTAs do. It keeps, date by date, what the
 * message with the highest number said, so a message that comes late does no harm; and it can be asked what it has.
 */
public final class OtaPartner implements Partner {

    private final PartnerHttp http;

    public OtaPartner(PartnerHttp http) {
        this.http = http;
    }

    private record RoomsItem(LocalDate from, LocalDate to, int rooms) {}

    private record TermsItem(
            LocalDate from,
            LocalDate to,
            @Nullable Money price,
            int minStay,
            boolean closedToArrival,
            boolean closedToDeparture) {}

    private record Batch(long message, List<?> items) {}

    @Override
    public CompletionStage<Sent> send(Outbound outbound, Mapping mapping, Outgoing message) {
        return switch (message) {
            case RoomsMessage rooms ->
                put(
                        outbound,
                        mapping,
                        "availability",
                        new Batch(
                                rooms.number(),
                                Runs.of(
                                        rooms.rooms(),
                                        (dates, count) -> new RoomsItem(dates.from(), dates.to(), count))),
                        Runs.of(rooms.rooms(), (dates, count) -> dates));
            case TermsMessage terms ->
                put(
                        outbound,
                        mapping,
                        "terms",
                        new Batch(terms.number(), Runs.of(terms.terms(), OtaPartner::item)),
                        Runs.of(terms.terms(), (dates, value) -> dates));
        };
    }

    @Override
    public Optional<CompletionStage<SortedMap<LocalDate, Integer>>> rooms(
            Outbound outbound, Mapping mapping, DateRange dates) {
        String path = path(mapping) + "/inventory?from=" + dates.from() + "&to=" + dates.to();
        return Optional.of(http.send(http.request(outbound, path).GET().build()).thenApply(response -> {
            if (response.statusCode() != 200) {
                throw new UncheckedIOException(new IOException("HTTP status " + response.statusCode()));
            }
            SortedMap<LocalDate, Integer> rooms = new TreeMap<>();
            for (JsonNode day : json(response).path("days")) {
                rooms.put(
                        LocalDate.parse(day.path("date").asText()),
                        day.path("rooms").asInt());
            }
            return rooms;
        }));
    }

    private CompletionStage<Sent> put(
            Outbound outbound, Mapping mapping, String what, Batch batch, List<DateRange> items) {
        byte[] body = bytes(batch);
        return http.send(
                http.request(outbound, path(mapping) + "/" + what)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .PUT(BodyPublishers.ofByteArray(body))
                        .build(),
                "PUT " + what,
                body.length,
                false,
                response -> outcome(response, items));
    }

    private static Delivered outcome(HttpResponse<byte[]> response, List<DateRange> items) {
        JsonNode results;
        try {
            results = json(response).path("results");
        } catch (UncheckedIOException e) {
            return new Delivered.Failed(Failure.UNKNOWN, "the answer is not JSON", null, false);
        }
        if (results.size() != items.size()) {
            return new Delivered.Failed(Failure.UNKNOWN, "the answer is not about every item", null, false);
        }
        Set<LocalDate> rejected = new HashSet<>();
        @Nullable String reason = null;
        for (int i = 0; i < items.size(); i++) {
            if (!results.path(i).path("status").asText().equals("accepted")) {
                items.get(i).dates().forEach(rejected::add);
                reason = results.path(i).path("reason").asText("rejected");
            }
        }
        return new Delivered.Taken(rejected, reason);
    }

    private static TermsItem item(DateRange dates, Terms terms) {
        return new TermsItem(
                dates.from(),
                dates.to(),
                terms.price(),
                terms.minStay(),
                terms.closedToArrival(),
                terms.closedToDeparture());
    }

    private static String path(Mapping mapping) {
        return "/hotels/" + encoded(mapping.hotelCode()) + "/rooms/" + encoded(mapping.roomTypeCode());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return HttpJson.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Batch batch) {
        try {
            return HttpJson.MAPPER.writeValueAsBytes(batch);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message could not be written", e);
        }
    }
}

package io.waymark.insights;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Documents as the pipeline writes them, in indices with the pipeline's own mappings. */
final class SampleDocuments {

    private final URI server;
    private final String prefix;

    private SampleDocuments(URI server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    static void load(URI server, String prefix) {
        SampleDocuments documents = new SampleDocuments(server, prefix);
        documents.create("bookings");
        documents.create("channel-messages");
        documents.create("names");
        String ours = RunningInsights.TENANT;
        documents.booking(ours, 1, "confirmed", "Direct", "PO-77120", "Portugal", "PT", "DBL", "2017-03-06", 30_000);
        documents.booking(ours, 2, "confirmed", "Online TA", "PO-77121", "Germany", "DE", "SGL", "2017-03-07", 24_000);
        documents.booking(ours, 3, "cancelled", "Online TA", "XA-1", "Germany", "DE", "DBL", "2017-03-08", 50_000);
        documents.booking(ours, 4, "no-show", "Direct", "=cmd|'/c calc'!A0", "Italy", "IT", "SGL", "2017-03-09", -500);
        documents.booking(
                RunningInsights.STRANGER,
                9,
                "confirmed",
                "Secret channel",
                "PO-77129",
                "Portugal",
                "PT",
                "DBL",
                "2017-03-06",
                1);
        documents.message(ours, 1, "success", "OTA_HotelResNotif:GuestRequests", "R-1");
        documents.message(ours, 2, "error", "OTA_HotelInvCountNotif:FreeRooms", "R-2");
        documents.message(RunningInsights.STRANGER, 3, "error", "OTA_Ping:Handshaking", "R-3");
        documents.send(
                "POST", "/" + prefix + "bookings," + prefix + "channel-messages," + prefix + "names/_refresh", "");
    }

    private void create(String name) {
        send("PUT", "/" + prefix + name, RunningInsights.resource("/search/" + name + ".json"));
    }

    private void booking(
            String tenant,
            int number,
            String status,
            String channel,
            String reference,
            String country,
            String code,
            String roomType,
            String arrival,
            long total) {
        String id = Sample.booking(number);
        ObjectNode document = RunningInsights.JSON.createObjectNode();
        document.put("id", id)
                .put("tenant", tenant)
                .put("revision", 3)
                .put("status", status)
                .put("propertyId", Sample.PROPERTY)
                .put("propertyCode", "H1")
                .put("propertyName", "Casa Uno")
                .put("channel", channel)
                .put("reference", reference)
                .put("country", code)
                .put("countryName", country)
                .put("rooms", 1)
                .put("adults", 2)
                .put("arrival", arrival)
                .put("departure", "2017-03-12")
                .put("nights", 3)
                .put("leadDays", 10)
                .put("bookedAt", "2017-02-0" + number + "T10:00:00Z")
                .put("updatedAt", "2017-03-01T10:00:00Z")
                .put("recordedAt", "2017-03-01T10:00:00Z");
        document.putNull("market");
        document.putArray("roomTypes").add(roomType);
        document.putArray("roomTypeNames").add(roomType.equals("DBL") ? "Double" : "Single");
        document.putObject("total").put("amountMinor", total).put("currency", "EUR");
        send("PUT", "/" + prefix + "bookings/_doc/" + tenant + ":" + id, document.toString());
        name(tenant, "property", "Casa Uno", "H1");
        name(tenant, "channel", channel, channel);
        name(tenant, "country", country, code);
        name(tenant, "roomType", roomType.equals("DBL") ? "Double" : "Single", roomType);
    }

    private void name(String tenant, String kind, String text, String value) {
        ObjectNode document = RunningInsights.JSON.createObjectNode();
        document.put("tenant", tenant).put("kind", kind).put("text", text).put("value", value);
        String id = URLEncoder.encode(tenant + ":" + kind + ":" + value, StandardCharsets.UTF_8);
        send("PUT", "/" + prefix + "names/_doc/" + id, document.toString());
    }

    private void message(String tenant, int number, String outcome, String action, String remoteId) {
        ObjectNode document = RunningInsights.JSON.createObjectNode();
        document.put("id", "chm_" + number)
                .put("tenant", tenant)
                .put("connection", "con_1")
                .put("action", action)
                .put("direction", "in")
                .put("outcome", outcome)
                .put("reason", outcome.equals("error") ? "Unknown room category SUI" : null)
                .put("occurredAt", "2017-03-01T10:00:00Z")
                .put("receivedAt", "2017-03-0" + number + "T10:00:00Z");
        document.putArray("remoteIds").add(remoteId);
        send("PUT", "/" + prefix + "channel-messages/_doc/" + number, document.toString());
    }

    private void send(String method, String path, String body) {
        HttpResponse<String> answer = RunningInsights.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(path + " answered " + answer.body());
        }
    }
}

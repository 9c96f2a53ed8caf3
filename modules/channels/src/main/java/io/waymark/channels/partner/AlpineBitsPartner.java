package io.waymark.channels.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.freerooms.FreeRooms;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Count;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.CountType;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Entry;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Scope;
import io.waymark.channels.alpinebits.freerooms.FreeRoomsXml;
import io.waymark.channels.alpinebits.rateplan.RatePlans;
import io.waymark.channels.alpinebits.rateplan.RatePlansWriter;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlReading;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.channels.connection.Outbound;
import io.waymark.channels.sync.ChannelSync.Mapping;
import io.waymark.channels.sync.ChannelSync.Outgoing;
import io.waymark.channels.sync.ChannelSync.Outgoing.RoomsMessage;
import io.waymark.channels.sync.ChannelSync.Outgoing.TermsMessage;
import io.waymark.channels.sync.Runs;
import io.waymark.events.channels.ChannelSyncEvent.Failure;
import io.waymark.kernel.DateRange;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A channel that speaks AlpineBits HotelData 2020-10: FreeRooms as differences, prices as overlays of our rate plan.
 *
 * <p>The protocol numbers no messages and has no way to ask a server what it has; so a message that may have been lost
 * may also come late and count.
 */
public final class AlpineBitsPartner implements Partner {

    private static final String BOUNDARY = "waymark-outbound-7c1e";

    private final PartnerHttp http;
    private final AlpineBitsXml xml;

    public AlpineBitsPartner(PartnerHttp http, AlpineBitsXml xml) {
        this.http = http;
        this.xml = xml;
    }

    @Override
    public CompletionStage<Sent> send(Outbound outbound, Mapping mapping, Outgoing message) {
        return switch (message) {
            case RoomsMessage rooms -> post(outbound, Action.FREE_ROOMS, FreeRoomsXml.write(freeRooms(mapping, rooms)));
            case TermsMessage terms ->
                AlpineBitsTerms.overlay(outbound, mapping, terms)
                        .map(plan -> post(
                                outbound,
                                Action.PUSH_RATE_PLANS,
                                RatePlansWriter.push(new RatePlans(false, hotel(mapping), List.of(plan)))))
                        .orElseGet(AlpineBitsPartner::nothingToSay);
        };
    }

    @Override
    public Optional<CompletionStage<SortedMap<LocalDate, Integer>>> rooms(
            Outbound outbound, Mapping mapping, DateRange dates) {
        return Optional.empty();
    }

    private CompletionStage<Sent> post(Outbound outbound, Action action, XmlElement document) {
        byte[] request = XmlText.document(document);
        String begin = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        String form = begin + "action\"\r\n\r\n" + action.parameter() + "\r\n" + begin + "request\"\r\n\r\n"
                + new String(request, UTF_8) + "\r\n--" + BOUNDARY + "--\r\n";
        return http.send(
                http.request(outbound, "")
                        .header("X-AlpineBits-ClientProtocolVersion", "2020-10")
                        .header("X-AlpineBits-ClientID", "waymark")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(form.getBytes(UTF_8)))
                        .build(),
                action.parameter(),
                request.length,
                true,
                response -> outcome(action, response));
    }

    private Delivered outcome(Action action, HttpResponse<byte[]> response) {
        return switch (xml.read(response.body())) {
            case XmlReading.Valid(XmlElement root) -> outcome(action, root);
            case XmlReading.Refused refused ->
                new Delivered.Failed(Failure.UNKNOWN, "the answer is not AlpineBits: " + refused.reason(), null, false);
        };
    }

    private static Delivered outcome(Action action, XmlElement root) {
        if (!root.name().equals(action.responseRoot())) {
            return new Delivered.Failed(Failure.UNKNOWN, "the answer is a " + root.name(), null, false);
        }
        List<XmlElement> errors = root.all("Errors", "Error");
        return errors.isEmpty()
                ? new Delivered.Taken(Set.of(), null)
                : new Delivered.Failed(Failure.DECLINED, text(errors.getFirst()), null, false);
    }

    private static String text(XmlElement error) {
        @Nullable String text = error.text();
        return text == null || text.isBlank() ? "error " + error.attribute("Code") : text;
    }

    private static CompletionStage<Sent> nothingToSay() {
        return CompletableFuture.completedFuture(
                new Sent(new Delivered.Taken(Set.of(), null), Action.PUSH_RATE_PLANS.parameter(), 0, 0));
    }

    private static FreeRooms freeRooms(Mapping mapping, RoomsMessage message) {
        return new FreeRooms(
                false,
                hotel(mapping),
                Runs.of(
                        message.rooms(),
                        (dates, rooms) -> new Entry(
                                new Scope(dates.from(), dates.to().minusDays(1), mapping.roomTypeCode(), null, false),
                                rooms == 0 ? null : List.of(new Count(CountType.BOOKABLE, rooms)))));
    }

    private static HotelReference hotel(Mapping mapping) {
        return new HotelReference(mapping.hotelCode(), null);
    }
}

package io.waymark.launcher.replay.delivery;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.alpinebits.reservation.PushAnswer;
import io.waymark.channels.alpinebits.reservation.ReservationComposer;
import io.waymark.channels.alpinebits.reservation.ReservationWriter;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlReading;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.events.booking.BookingDetails;
import io.waymark.launcher.replay.schedule.Agreed;
import io.waymark.launcher.replay.schedule.Guests;
import io.waymark.launcher.replay.schedule.Step;
import io.waymark.launcher.replay.source.Party;
import io.waymark.launcher.replay.source.Reservation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * The AlpineBits endpoint: reservations, their changes and cancellations, one OTA_HotelResNotifRQ each, as a channel
 * manager pushes them. What happens at the desk no channel knows, so that goes another way, and so does what AlpineBits
 * has no words for.
 */
final class AlpineBitsRoute implements Route {

    private static final String VERSION = "2020-10";
    private static final String CLIENT = "waymark-replay";

    private final URI endpoint;
    private final String authorization;
    private final String connection;
    private final Duration answerTimeout;
    private final Route otherwise;
    private final AlpineBitsXml xml;

    AlpineBitsRoute(ReplayTarget target, Duration answerTimeout, AlpineBitsXml xml, Route otherwise) {
        ReplayTarget.Channel channel = target.channel();
        this.endpoint = target.baseUrl().resolve("/alpinebits");
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (channel.userName() + ":" + channel.password()).getBytes(StandardCharsets.UTF_8));
        this.connection = channel.name();
        this.answerTimeout = answerTimeout;
        this.xml = xml;
        this.otherwise = otherwise;
    }

    @Override
    public HttpRequest request(Step step) {
        return carries(step) ? push(step) : otherwise.request(step);
    }

    @Override
    public Answer answer(Step step, HttpResponse<byte[]> response) {
        return carries(step) ? pushed(response) : otherwise.answer(step, response);
    }

    /** Whether a channel can say it at all: nothing of the desk, and no room without any guest. */
    private static boolean carries(Step step) {
        boolean ofAChannel = switch (step.kind()) {
            case BOOKED, CHANGED, CANCELLED -> true;
            case ARRIVED, DEPARTED, NO_SHOW -> false;
        };
        return ofAChannel && step.reservation().party().size() > 0;
    }

    private HttpRequest push(Step step) {
        XmlElement document = ReservationWriter.push(List.of(message(step)));
        return HttpRequest.newBuilder(endpoint)
                .timeout(answerTimeout)
                .header("Authorization", authorization)
                .header("X-AlpineBits-ClientProtocolVersion", VERSION)
                .header("X-AlpineBits-ClientID", CLIENT)
                .header("Content-Type", GzippedForm.CONTENT_TYPE)
                .header("Content-Encoding", "gzip")
                .header("Waymark-Occurred-At", step.at().toString())
                .POST(BodyPublishers.ofByteArray(
                        GzippedForm.of(Action.PUSH_RESERVATIONS.parameter(), XmlText.document(document))))
                .build();
    }

    private io.waymark.channels.alpinebits.reservation.Reservation message(Step step) {
        Reservation reservation = step.reservation();
        return switch (step.kind()) {
            case BOOKED -> ReservationComposer.reserved(reservation.remoteId(), step.at(), booking(step));
            case CHANGED -> ReservationComposer.modified(reservation.remoteId(), step.at(), booking(step));
            case CANCELLED ->
                ReservationComposer.cancelled(
                        reservation.remoteId(), step.at(), reservation.hotel().code());
            case ARRIVED, DEPARTED, NO_SHOW -> throw new IllegalArgumentException(step + " is not a channel's to tell");
        };
    }

    private PlainBooking booking(Step step) {
        Reservation reservation = step.reservation();
        Agreed agreed = step.agreed();
        Reservation.Sale sale = reservation.sale();
        Party party = reservation.party();
        return new PlainBooking(
                reservation.hotel().code(),
                new BookingDetails.Sale(
                        sale.channel(),
                        connection,
                        reservation.remoteId(),
                        sale.market(),
                        sale.customerType(),
                        sale.agent(),
                        sale.company()),
                List.of(new PlainBooking.Room(
                        reservation.rooms().reserved(),
                        reservation.arrival(),
                        reservation.departure(),
                        party.adults(),
                        party.children(),
                        party.babies(),
                        null,
                        reservation.meal())),
                reservation.total(),
                Guests.of(reservation.remoteId()),
                agreed.remarks(),
                reservation.country(),
                new BookingDetails.Terms(null, null, sale.depositType()),
                agreed.specialRequests(),
                agreed.parkingSpaces());
    }

    private Answer pushed(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String text = new String(response.body(), StandardCharsets.UTF_8).strip();
        return switch (status) {
            case 200 -> outcome(response.body(), text);
            case 401, 403 ->
                new Answer.Hopeless("The channel connection " + connection + " is not allowed to push reservations: "
                        + status + " " + text + ".");
            case 408, 425, 429, 500, 502, 503, 504 ->
                new Answer.Unavailable(status + " " + text, ApiClient.retryAfter(response));
            default -> new Answer.Refused(status + " " + text);
        };
    }

    private Answer outcome(byte[] body, String text) {
        // Nearly every answer is the bare success; to validate those too would cost more than to send the next message.
        if (text.contains("<" + Action.PUSH_RESERVATIONS.responseRoot())
                && text.contains("<Success")
                && !text.contains("<Warning")) {
            return new Answer.Taken(false);
        }
        return switch (xml.read(body)) {
            case XmlReading.Valid(XmlElement root)
            when root.name().equals(Action.PUSH_RESERVATIONS.responseRoot()) ->
                PushAnswer.refused(root).stream()
                        .findFirst()
                        .map(AlpineBitsRoute::refused)
                        .orElse(new Answer.Taken(false));
            case XmlReading.Valid other ->
                new Answer.Refused(
                        "the answer is another document: " + other.root().name());
            case XmlReading.Refused refused -> new Answer.Refused("the answer is not AlpineBits: " + text);
        };
    }

    private static Answer refused(PushAnswer.Refused refusal) {
        String reason = refusal.code() + " " + refusal.reason();
        if (refusal.code() == OtaError.SYSTEM_ERROR.code()) {
            return new Answer.Unavailable(reason, Duration.ZERO);
        }
        // A hotel that was described a moment ago is not known everywhere yet.
        return refusal.code() == OtaError.INVALID_HOTEL_CODE.code()
                        || refusal.code() == OtaError.INVALID_ROOM_TYPE.code()
                ? new Answer.NotYet(reason)
                : new Answer.Refused(reason);
    }
}

package io.waymark.sandbox.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.alpinebits.reservation.PushAnswer;
import io.waymark.channels.alpinebits.reservation.Reservation;
import io.waymark.channels.alpinebits.reservation.ReservationComposer;
import io.waymark.channels.alpinebits.reservation.ReservationWriter;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.channels.alpinebits.xml.XmlReading;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.Guest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** OTA_HotelResNotifRQ to the house's AlpineBits endpoint. */
record AlpineBitsHouse(String channel, HouseAddress address, AlpineBitsXml xml) implements House {

    private static final String BOUNDARY = "sandbox-91c3f0";
    private static final int SYSTEM_ERROR = 448;

    AlpineBitsHouse(String channel, HouseAddress address) {
        this(channel, address, new AlpineBitsXml(XmlLimits.STANDARD));
    }

    @Override
    public HttpRequest request(SaleMessage message) {
        byte[] document = XmlText.document(ReservationWriter.push(List.of(reservation(message))));
        String begin = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        String form = begin + "action\"\r\n\r\n" + Action.PUSH_RESERVATIONS.parameter() + "\r\n" + begin
                + "request\"\r\n\r\n" + new String(document, UTF_8) + "\r\n--" + BOUNDARY + "--\r\n";
        return address.request("/alpinebits", channel)
                .header("X-AlpineBits-ClientProtocolVersion", "2020-10")
                .header("X-AlpineBits-ClientID", "waymark-sandbox")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.getBytes(UTF_8)))
                .build();
    }

    @Override
    public Answer answer(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return new Answer.Unclear("HTTP status " + response.statusCode());
        }
        return switch (xml.read(response.body())) {
            case XmlReading.Valid(XmlElement root) ->
                PushAnswer.refused(root).stream()
                        .findFirst()
                        .<Answer>map(refused -> refused.code() == SYSTEM_ERROR
                                ? new Answer.Unclear(refused.reason())
                                : new Answer.Refused(refused.reason()))
                        .orElseGet(Answer.Taken::new);
            case XmlReading.Refused unreadable -> new Answer.Unclear("the answer cannot be read");
        };
    }

    private Reservation reservation(SaleMessage message) {
        return switch (message.kind()) {
            case NEW -> ReservationComposer.reserved(message.saleId(), message.at(), booking(message));
            case MODIFIED -> ReservationComposer.modified(message.saleId(), message.at(), booking(message));
            case CANCELLED ->
                ReservationComposer.cancelled(
                        message.saleId(), message.at(), message.room().hotel());
        };
    }

    private PlainBooking booking(SaleMessage message) {
        return new PlainBooking(
                message.room().hotel(),
                new BookingDetails.Sale(channel, channel, message.saleId(), "Online TA", "Transient", null, null),
                List.of(new PlainBooking.Room(
                        message.room().roomType(),
                        message.nights().from(),
                        message.nights().to(),
                        2,
                        0,
                        0,
                        null,
                        "BB")),
                message.total(),
                new Guest("Alma", "Berger", "alma.berger@example.com", null, "en"),
                null,
                "AT",
                new BookingDetails.Terms(null, null, null),
                0,
                0);
    }
}

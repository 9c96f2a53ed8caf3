package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.xml.Values;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * OTA_ReadRQ: a client asks for reservations.
 *
 * @param since only what came to be after that instant; null for all that the client has not acknowledged
 */
public record ReadRequest(HotelReference hotel, @Nullable Instant since) {

    public static ReadRequest of(XmlElement request) {
        XmlElement read = request.only("ReadRequests").only("HotelReadRequest");
        @Nullable XmlElement criteria = read.child("SelectionCriteria");
        return new ReadRequest(
                HotelReference.of(read), criteria == null ? null : Values.instant(criteria.required("Start")));
    }
}

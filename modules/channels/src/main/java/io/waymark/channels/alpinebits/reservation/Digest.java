package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.kernel.Ids;
import java.util.HexFormat;

/** Recognises a reservation that is sent again: the same content has the same digest, however it was formatted. */
public final class Digest {

    private Digest() {}

    /** Hex SHA-256 of everything that we read of the reservation. */
    public static String of(Reservation reservation) {
        return HexFormat.of().formatHex(Ids.sha256(XmlText.document(ReservationWriter.reservation(reservation))));
    }
}

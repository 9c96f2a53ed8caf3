package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.xml.Values;
import io.waymark.channels.alpinebits.xml.XmlElement;

/**
 * A reservation's UniqueID.
 *
 * @param type {@link #RESERVATION} or {@link #CANCELLATION}
 */
public record ReservationId(int type, String id) {

    public static final int RESERVATION = 14;
    public static final int CANCELLATION = 15;

    static ReservationId of(XmlElement uniqueId) {
        return new ReservationId(Values.integer(uniqueId.required("Type")), uniqueId.required("ID"));
    }

    XmlElement xml() {
        return XmlElement.named("UniqueID").with("Type", type).with("ID", id).build();
    }
}

package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.xml.Values;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;

/** OTA_NotifReportRQ: which of the reservations that a client has read it took over, and which it could not. */
public record Acknowledgement(List<ReservationId> taken, List<PushAnswer.Refused> refused) {

    public Acknowledgement {
        taken = List.copyOf(taken);
        refused = List.copyOf(refused);
    }

    public static Acknowledgement of(XmlElement request) {
        return new Acknowledgement(
                request
                        .all("NotifDetails", "HotelNotifReport", "HotelReservations", "HotelReservation", "UniqueID")
                        .stream()
                        .map(ReservationId::of)
                        .toList(),
                request.all("Warnings", "Warning").stream()
                        .map(warning -> new PushAnswer.Refused(
                                warning.required("RecordID"), Values.integer(warning.required("Code")), warning.text()))
                        .toList());
    }
}

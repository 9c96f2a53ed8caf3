package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.Outcomes;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.xml.Values;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each reservation of a push: every one is carried out or refused on its own, in the order of the message.
 *
 * <p>A refusal is a Warning with the reservation's id as RecordID, as in the standard's own acknowledgement. Those without
 * a warning are committed and listed. The schema of 2020-10 knows no Errors in this answer and wants at least one
 * reservation in its list, so where nothing was carried out the list names what the warnings refuse: the warning decides.
 *
 * @param results in the order of the message, at least one
 */
public record PushAnswer(List<Result> results) {

    public PushAnswer {
        if (results.isEmpty()) {
            throw new IllegalArgumentException("an answer is about at least one reservation");
        }
        results = List.copyOf(results);
    }

    /**
     * What became of one reservation.
     *
     * @param refusal why it was refused; null where it was carried out
     */
    public record Result(ReservationId id, @Nullable Violation refusal) {}

    /** The OTA_HotelResNotifRS. */
    public XmlElement xml() {
        XmlElement.Builder warnings = XmlElement.named("Warnings");
        XmlElement.Builder list = XmlElement.named("HotelReservations");
        List<Result> listed = listed();
        for (Result result : results) {
            @Nullable Violation refusal = result.refusal();
            if (refusal != null) {
                warnings.add(XmlElement.named("Warning")
                        .with("Type", Outcomes.BUSINESS_RULE)
                        .with("Code", refusal.error().code())
                        .with("RecordID", result.id().id())
                        .text(refusal.reason()));
            }
        }
        listed.forEach(result ->
                list.add(XmlElement.named("HotelReservation").add(result.id().xml())));
        return Outcomes.succeeded(Action.PUSH_RESERVATIONS)
                .add(warnings.unlessEmpty())
                .add(list)
                .build();
    }

    /** Those that were carried out; all, where none was, because the schema allows no empty list. */
    private List<Result> listed() {
        List<Result> done =
                results.stream().filter(result -> result.refusal() == null).toList();
        return done.isEmpty() ? results : done;
    }

    /** Reads an answer: the ids that were refused, with the reason that was given. */
    public static List<Refused> refused(XmlElement response) {
        return response.all("Warnings", "Warning").stream()
                .filter(warning -> warning.attribute("RecordID") != null)
                .map(warning -> new Refused(
                        warning.required("RecordID"), Values.integer(warning.required("Code")), warning.text()))
                .toList();
    }

    /** A refusal as the sender reads it. */
    public record Refused(String id, int code, String reason) {}
}

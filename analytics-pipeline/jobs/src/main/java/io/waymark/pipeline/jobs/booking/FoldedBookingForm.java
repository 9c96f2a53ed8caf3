package io.waymark.pipeline.jobs.booking;

import io.waymark.events.booking.BookingDetails.Sale;
import io.waymark.events.booking.RoomStay;
import io.waymark.pipeline.stream.BinaryForm;
import io.waymark.pipeline.stream.BinaryInput;
import io.waymark.pipeline.stream.BinaryOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import org.jspecify.annotations.Nullable;

/** How a folded booking is kept. A new field is a new version: add it at the end, and read it from that version on. */
public final class FoldedBookingForm implements BinaryForm<FoldedBooking> {

    private static final long serialVersionUID = 1;

    private static final int FIRST = 1;

    @Override
    public Class<FoldedBooking> type() {
        return FoldedBooking.class;
    }

    @Override
    public int version() {
        return FIRST;
    }

    @Override
    public void write(FoldedBooking booking, BinaryOutput out) throws IOException {
        out.text(booking.tenant());
        out.text(booking.bookingId());
        mark(booking.mark(), out);
        out.text(booking.status().name());
        out.text(booking.before() == null ? null : booking.before().name());
        agreed(booking.agreed(), out);
        milestones(booking.milestones(), out);
        out.text(booking.outcome().assignedRoomTypeCode());
        out.date(booking.outcome().departedOn());
        out.text(booking.outcome().refusal());
        out.number(booking.changes());
    }

    @Override
    public FoldedBooking read(int version, BinaryInput in) throws IOException {
        if (version != FIRST) {
            throw new StreamCorruptedException("a booking of version " + version + " is of a later release");
        }
        return new FoldedBooking(
                in.text(),
                in.text(),
                mark(in),
                BookingStatus.valueOf(in.text()),
                status(in.optionalText()),
                agreed(in),
                milestones(in),
                new Outcome(in.optionalText(), in.optionalDate(), in.optionalText()),
                in.integer());
    }

    private static @Nullable BookingStatus status(@Nullable String name) {
        return name == null ? null : BookingStatus.valueOf(name);
    }

    private static void mark(Mark mark, BinaryOutput out) throws IOException {
        out.number(mark.version());
        out.number(mark.txId());
        out.number(mark.ordering());
        out.time(mark.occurredAt());
        out.time(mark.recordedAt());
    }

    private static Mark mark(BinaryInput in) throws IOException {
        return new Mark(in.number(), in.number(), in.number(), in.time(), in.time());
    }

    private static void agreed(Agreed agreed, BinaryOutput out) throws IOException {
        out.text(agreed.propertyId());
        out.text(agreed.propertyCode());
        sale(agreed.sale(), out);
        out.list(agreed.rooms(), room -> room(room, out));
        out.money(agreed.total());
        out.text(agreed.country());
        out.text(agreed.policyCode());
        out.text(agreed.depositType());
        out.number(agreed.specialRequests());
        out.number(agreed.parkingSpaces());
    }

    private static Agreed agreed(BinaryInput in) throws IOException {
        return new Agreed(
                in.text(),
                in.text(),
                sale(in),
                in.list(() -> room(in)),
                in.money(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.integer(),
                in.integer());
    }

    private static void sale(Sale sale, BinaryOutput out) throws IOException {
        out.text(sale.channel());
        out.text(sale.connection());
        out.text(sale.reference());
        out.text(sale.market());
        out.text(sale.customerType());
        out.text(sale.agent());
        out.text(sale.company());
    }

    private static Sale sale(BinaryInput in) throws IOException {
        return new Sale(
                in.text(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText());
    }

    private static void room(RoomStay room, BinaryOutput out) throws IOException {
        out.number(room.line());
        out.text(room.roomTypeId());
        out.text(room.roomTypeCode());
        out.date(room.arrival());
        out.date(room.departure());
        out.number(room.adults());
        out.number(room.children());
        out.number(room.infants());
        out.text(room.ratePlan());
        out.text(room.meal());
    }

    private static RoomStay room(BinaryInput in) throws IOException {
        return new RoomStay(
                in.integer(),
                in.text(),
                in.text(),
                in.date(),
                in.date(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.optionalText(),
                in.optionalText());
    }

    private static void milestones(Milestones times, BinaryOutput out) throws IOException {
        out.time(times.bookedAt());
        out.time(times.holdExpiresAt());
        out.time(times.confirmedAt());
        out.time(times.changedAt());
        out.time(times.cancelledAt());
        out.time(times.checkedInAt());
        out.time(times.checkedOutAt());
        out.time(times.noShowAt());
    }

    private static Milestones milestones(BinaryInput in) throws IOException {
        return new Milestones(
                in.time(),
                in.optionalTime(),
                in.optionalTime(),
                in.optionalTime(),
                in.optionalTime(),
                in.optionalTime(),
                in.optionalTime(),
                in.optionalTime());
    }
}

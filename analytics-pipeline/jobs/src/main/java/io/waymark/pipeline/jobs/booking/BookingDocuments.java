package io.waymark.pipeline.jobs.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.events.EventJson;
import io.waymark.events.booking.BookingDetails.Sale;
import io.waymark.events.booking.RoomStay;
import io.waymark.pipeline.jobs.inventory.PropertyNames;
import io.waymark.pipeline.search.BookingDocument;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.stream.Countries;
import io.waymark.pipeline.warehouse.UtcDates;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a booking is in search. */
final class BookingDocuments {

    private static final String JOURNAL = "event_journal";

    private BookingDocuments() {}

    static SearchDocument document(FoldedBooking booking, @Nullable PropertyNames names) {
        try {
            return new SearchDocument(
                    booking.tenant() + ":" + booking.bookingId(),
                    booking.mark().version(),
                    JOURNAL,
                    booking.mark().txId(),
                    booking.mark().ordering(),
                    booking.mark().recordedAt(),
                    EventJson.MAPPER.writeValueAsBytes(content(booking, names)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws where a figure of the document would be beyond all bounds. */
    static void requirePossible(FoldedBooking booking) {
        if (nights(booking.agreed()) < 0 || leadDays(booking) == Integer.MAX_VALUE) {
            throw new ArithmeticException("nights or days ahead are beyond all bounds");
        }
    }

    private static int nights(Agreed agreed) {
        return days(agreed.arrival().until(agreed.departure(), ChronoUnit.DAYS));
    }

    private static int leadDays(FoldedBooking booking) {
        LocalDate bookedOn = UtcDates.of(booking.milestones().bookedAt());
        return days(bookedOn.until(booking.agreed().arrival(), ChronoUnit.DAYS));
    }

    static BookingDocument content(FoldedBooking booking, @Nullable PropertyNames names) {
        Agreed agreed = booking.agreed();
        Sale sale = agreed.sale();
        Milestones times = booking.milestones();
        Outcome outcome = booking.outcome();
        List<String> roomTypeNames = roomTypeNames(agreed, names);
        @Nullable String countryName = agreed.country() == null ? null : Countries.name(agreed.country());
        return new BookingDocument(
                booking.bookingId(),
                booking.tenant(),
                booking.mark().version(),
                booking.status().label(),
                agreed.propertyId(),
                agreed.propertyCode(),
                names == null ? null : names.name(),
                names == null ? null : names.place(),
                sale.channel(),
                sale.connection(),
                sale.reference(),
                sale.market(),
                agreed.country(),
                countryName,
                ofEachRoom(agreed, RoomStay::roomTypeCode),
                ofEachRoom(agreed, RoomStay::roomTypeId),
                roomTypeNames,
                outcome.assignedRoomTypeCode(),
                ofEachRoom(agreed, RoomStay::meal),
                ofEachRoom(agreed, RoomStay::ratePlan),
                sale.customerType(),
                sale.agent(),
                sale.company(),
                agreed.depositType(),
                agreed.policyCode(),
                agreed.rooms().size(),
                agreed.sum(RoomStay::adults),
                agreed.sum(RoomStay::children),
                agreed.sum(RoomStay::infants),
                agreed.sum(room -> room.adults() + room.children() + room.infants()),
                agreed.arrival(),
                agreed.departure(),
                outcome.departedOn(),
                nights(agreed),
                agreed.roomNights(),
                leadDays(booking),
                agreed.total(),
                booking.changes(),
                agreed.specialRequests(),
                agreed.parkingSpaces(),
                outcome.refusal(),
                times.bookedAt(),
                times.confirmedAt(),
                times.changedAt(),
                times.cancelledAt(),
                times.checkedInAt(),
                times.checkedOutAt(),
                times.noShowAt(),
                times.holdExpiresAt(),
                booking.mark().occurredAt(),
                booking.mark().recordedAt());
    }

    private static List<String> roomTypeNames(Agreed agreed, @Nullable PropertyNames names) {
        Map<String, String> known = names == null ? Map.of() : names.roomTypes();
        return agreed.rooms().stream()
                .map(room -> known.getOrDefault(room.roomTypeId(), room.roomTypeCode()))
                .distinct()
                .toList();
    }

    private static List<String> ofEachRoom(Agreed agreed, Function<RoomStay, @Nullable String> part) {
        return agreed.rooms().stream()
                .flatMap(room -> Stream.ofNullable(part.apply(room)))
                .distinct()
                .toList();
    }

    private static int days(long days) {
        return Math.toIntExact(days);
    }
}

package io.waymark.pipeline.jobs;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingDetails.Sale;
import io.waymark.events.booking.BookingDetails.Terms;
import io.waymark.events.booking.BookingEvent.BookingConfirmed;
import io.waymark.events.booking.BookingEvent.BookingHeld;
import io.waymark.events.booking.BookingEvent.BookingRequested;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.events.booking.RoomStay;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Money;
import io.waymark.kernel.Sealed;
import io.waymark.kernel.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** Words for the bookings that tests tell about: one house in Lisbon with two room types. */
public final class Stories {

    public static final Tenant TENANT = new Tenant(Ids.derived("ten", "stories"));
    public static final String PROPERTY = Ids.derived("prp", TENANT.id(), "LIS");
    public static final String DOUBLE = Ids.derived("rmt", TENANT.id(), PROPERTY, "DBL");
    public static final String SUITE = Ids.derived("rmt", TENANT.id(), PROPERTY, "STE");
    public static final Instant BOOKED = Instant.parse("2016-03-01T10:00:00Z");
    public static final LocalDate ARRIVAL = LocalDate.of(2016, 7, 1);

    private Stories() {}

    public static String booking(int number) {
        return Ids.derived("bkg", TENANT.id(), Integer.toString(number));
    }

    public static String bookingEntity(int number) {
        return "Booking|" + TENANT.entity(booking(number));
    }

    public static String propertyEntity() {
        return "Property|" + TENANT.entity(PROPERTY);
    }

    public static String roomTypeEntity(String roomType) {
        return "RoomType|" + TENANT.entity(roomType);
    }

    public static PropertyDefined house(String name) {
        return new PropertyDefined(
                PROPERTY,
                "LIS",
                name,
                "Lisbon",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Lisbon"),
                List.of(
                        new RoomTypeOffer(DOUBLE, "DBL", "Double with balcony", 3),
                        new RoomTypeOffer(SUITE, "STE", "Suite", 4)));
    }

    /** A double room from {@link #ARRIVAL} on. */
    public static RoomStay stay(int line, String roomType, LocalDate from, int nights) {
        String code = roomType.equals(DOUBLE) ? "DBL" : "STE";
        return new RoomStay(line, roomType, code, from, from.plusDays(nights), 2, 1, 0, "FLEX", "BB");
    }

    public static BookingDetails details(long totalMinor, RoomStay... rooms) {
        return new BookingDetails(
                PROPERTY,
                "LIS",
                new Sale("TA/TO", "alpine", "REF-77120", "Online TA", "Transient", "9", null),
                List.of(rooms),
                Money.of(totalMinor, "EUR"),
                new Sealed<>(Ids.derived("sub", "guest"), "sealed-guest"),
                new Sealed<>(Ids.derived("sub", "guest"), "sealed-remarks"),
                null,
                new Terms("NON_REF", "No refund.", "No Deposit"),
                1,
                0);
    }

    public static BookingRequested requested(BookingDetails details) {
        return new BookingRequested(details, Confirmation.NOW);
    }

    public static BookingHeld held() {
        return new BookingHeld(BOOKED.plusSeconds(900));
    }

    public static BookingConfirmed confirmed() {
        return new BookingConfirmed();
    }
}

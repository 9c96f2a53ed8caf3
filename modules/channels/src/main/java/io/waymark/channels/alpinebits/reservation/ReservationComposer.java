package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.reservation.Reservation.Agency;
import io.waymark.channels.alpinebits.reservation.Reservation.Comments;
import io.waymark.channels.alpinebits.reservation.Reservation.SourceId;
import io.waymark.channels.alpinebits.reservation.Reservation.Status;
import io.waymark.channels.alpinebits.reservation.RoomStay.GuestCount;
import io.waymark.channels.alpinebits.reservation.RoomStay.RoomType;
import io.waymark.channels.alpinebits.reservation.RoomStay.Total;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.Guest;
import io.waymark.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bookings of ours in the words of AlpineBits: what we send where we are the channel. */
public final class ReservationComposer {

    /** AlpineBits wants an age of every child; where only their number is known they are this old. */
    private static final int NOMINAL_CHILD_AGE = 8;

    private static final int INFANT_AGE = 0;
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z][a-z]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]+");
    private static final String OUR_CODES = "WAYMARK";

    private ReservationComposer() {}

    /** A new booking. */
    public static Reservation reserved(String id, Instant at, PlainBooking booking) {
        return compose(id, Status.RESERVED, at, booking);
    }

    /** A booking that is now as it says. */
    public static Reservation modified(String id, Instant at, PlainBooking booking) {
        return compose(id, Status.MODIFY, at, booking);
    }

    /** A booking that was called off. */
    public static Reservation cancelled(String id, Instant at, String hotelCode) {
        return new Reservation(
                new ReservationId(ReservationId.CANCELLATION, id),
                Status.CANCELLED,
                at,
                List.of(),
                null,
                Comments.NONE,
                false,
                null,
                List.of(),
                null,
                new HotelReference(hotelCode, null));
    }

    private static Reservation compose(String id, Status status, Instant at, PlainBooking booking) {
        BookingDetails.Sale sale = booking.sale();
        boolean owed = booking.total().amountMinor() < 0;
        BookingNotes notes = new BookingNotes(
                sale.customerType(),
                booking.terms().policyCode(),
                booking.terms().depositType(),
                booking.specialRequests(),
                booking.parkingSpaces(),
                owed ? booking.total().major().negate() : null);
        return new Reservation(
                new ReservationId(ReservationId.RESERVATION, id),
                status,
                at,
                roomStays(booking, owed),
                customer(booking.guest(), booking.country()),
                new Comments(notes.items(), booking.remarks()),
                false,
                booking.terms().policyText(),
                sources(sale),
                sale.agent() == null ? null : new Agency("Agent " + sale.agent(), sale.agent(), OUR_CODES),
                new HotelReference(booking.hotelCode(), null));
    }

    private static List<RoomStay> roomStays(PlainBooking booking, boolean owed) {
        Money sold = owed ? Money.zero(booking.total().currency()) : booking.total();
        List<Money> shares = sold.split(booking.rooms().size());
        List<RoomStay> stays = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            PlainBooking.Room room = booking.rooms().get(i);
            stays.add(new RoomStay(
                    new RoomType(room.roomTypeCode(), null, null),
                    room.ratePlan(),
                    null,
                    Meals.plan(room.meal()),
                    guests(room),
                    TimeSpan.of(room.arrival(), room.departure()),
                    new Total(shares.get(i).major(), sold.currency().getCurrencyCode())));
        }
        return stays;
    }

    private static List<GuestCount> guests(PlainBooking.Room room) {
        List<GuestCount> guests = new ArrayList<>();
        if (room.adults() > 0) {
            guests.add(new GuestCount(room.adults(), null));
        }
        if (room.children() > 0) {
            guests.add(new GuestCount(room.children(), NOMINAL_CHILD_AGE));
        }
        if (room.infants() > 0) {
            guests.add(new GuestCount(room.infants(), INFANT_AGE));
        }
        return guests;
    }

    private static Customer customer(Guest guest, @Nullable String country) {
        @Nullable String phone = matching(PHONE, guest.phone());
        return new Customer(
                null,
                guest.givenName() == null ? ReservationMapping.NO_NAME : guest.givenName(),
                guest.surname(),
                null,
                null,
                null,
                matching(LANGUAGE, guest.language()),
                phone == null ? List.of() : List.of(new Customer.Telephone(ReservationMapping.MOBILE, phone)),
                matching(EMAIL, guest.email()),
                country == null ? null : new Customer.Address(null, null, null, country));
    }

    private static List<SourceId> sources(BookingDetails.Sale sale) {
        List<SourceId> sources = new ArrayList<>();
        sources.add(new SourceId(ReservationMapping.INTERNET_BROKER, null, sale.channel(), sale.market()));
        if (sale.company() != null) {
            sources.add(new SourceId(ReservationMapping.COMPANY, sale.company(), null, null));
        }
        return sources;
    }

    /** The text where the schema can carry it; an address that is none is better left out than the booking refused. */
    private static @Nullable String matching(Pattern form, @Nullable String text) {
        return text != null && form.matcher(text).matches() ? text : null;
    }
}

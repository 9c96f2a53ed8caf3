package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.reservation.Reservation.Agency;
import io.waymark.channels.alpinebits.reservation.Reservation.Comments;
import io.waymark.channels.alpinebits.reservation.Reservation.SourceId;
import io.waymark.channels.alpinebits.reservation.RoomStay.GuestCount;
import io.waymark.channels.alpinebits.reservation.RoomStay.Total;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.Guest;
import io.waymark.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reservations of AlpineBits in our own words. {@link ReservationComposer} is the way back; both together lose nothing
 * of a booking of ours.
 *
 * <p>Only for reservations that {@link ReservationRules} accepts, and that are not cancellations.
 */
public final class ReservationMapping {

    static final int INTERNET_BROKER = 13;
    static final int COMPANY = 4;
    static final int MOBILE = 5;
    static final int FAX = 3;
    /** Stands for a given name that is not known, because the schema wants one. */
    static final String NO_NAME = "-";

    private static final int LAST_INFANT_AGE = 1;
    private static final int LAST_CHILD_AGE = 17;

    private ReservationMapping() {}

    /**
     * The booking that the reservation asks for.
     *
     * @param hotelCode the property that the reservation was found to be for
     * @param connection the channel connection that brought it
     */
    public static PlainBooking booking(Reservation reservation, String hotelCode, String connection) {
        BookingNotes notes = BookingNotes.of(reservation.comments().includedServices());
        @Nullable Customer customer = reservation.customer();
        return new PlainBooking(
                hotelCode,
                sale(reservation, connection, notes),
                reservation.roomStays().stream().map(ReservationMapping::room).toList(),
                total(reservation, notes),
                guest(Objects.requireNonNull(customer, "the rules want a guest")),
                remarks(reservation.comments()),
                customer.address() == null ? null : customer.address().country(),
                new BookingDetails.Terms(notes.policyCode(), reservation.penalty(), notes.depositType()),
                Math.max(notes.specialRequests(), reservation.pets() ? 1 : 0),
                notes.parkingSpaces());
    }

    private static BookingDetails.Sale sale(Reservation reservation, String connection, BookingNotes notes) {
        @Nullable SourceId broker = source(reservation, INTERNET_BROKER);
        @Nullable SourceId company = source(reservation, COMPANY);
        @Nullable Agency agency = reservation.agency();
        @Nullable String channel = broker == null ? null : broker.source();
        return new BookingDetails.Sale(
                channel == null ? connection : channel,
                connection,
                reservation.id().id(),
                broker == null ? null : broker.sourceContext(),
                notes.customerType(),
                agency == null ? null : agency.code(),
                company == null ? null : company.value());
    }

    private static @Nullable SourceId source(Reservation reservation, int type) {
        return reservation.sources().stream()
                .filter(source -> source.type() == type)
                .findFirst()
                .orElse(null);
    }

    private static PlainBooking.Room room(RoomStay stay) {
        RoomStay.RoomType type = Objects.requireNonNull(stay.roomType(), "the rules want a room type");
        return new PlainBooking.Room(
                Objects.requireNonNull(type.code(), "the rules want a room type code"),
                Objects.requireNonNull(stay.timeSpan().start(), "the rules want a start"),
                Objects.requireNonNull(stay.timeSpan().end(), "the rules want an end"),
                guests(stay, LAST_CHILD_AGE + 1, Integer.MAX_VALUE),
                guests(stay, LAST_INFANT_AGE + 1, LAST_CHILD_AGE),
                guests(stay, 0, LAST_INFANT_AGE),
                stay.ratePlanCode(),
                Meals.meal(stay.mealPlan()));
    }

    /** Guests of these ages; those without an age are adults. */
    private static int guests(RoomStay stay, int from, int to) {
        return stay.guests().stream()
                .filter(guests -> {
                    @Nullable Integer known = guests.age();
                    int age = known == null ? Integer.MAX_VALUE : known;
                    return age >= from && age <= to;
                })
                .mapToInt(GuestCount::count)
                .sum();
    }

    private static Money total(Reservation reservation, BookingNotes notes) {
        List<Total> totals = reservation.roomStays().stream()
                .map(stay -> Objects.requireNonNull(stay.total(), "the rules want a total"))
                .toList();
        Currency currency = Currency.getInstance(totals.getFirst().currency());
        BigDecimal sum = totals.stream().map(Total::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        @Nullable BigDecimal credit = notes.credit();
        return Money.roundedMajor(credit == null ? sum : sum.subtract(credit), currency);
    }

    private static Guest guest(Customer customer) {
        return new Guest(
                customer.givenName().equals(NO_NAME) ? null : customer.givenName(),
                customer.surname(),
                customer.email(),
                phone(customer.telephones()),
                customer.language());
    }

    /** The mobile number before any other, and never a fax. */
    private static @Nullable String phone(List<Customer.Telephone> telephones) {
        return Stream.concat(
                        telephones.stream().filter(phone -> phone.type() == MOBILE),
                        telephones.stream().filter(phone -> phone.type() != FAX))
                .map(Customer.Telephone::number)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String remarks(Comments comments) {
        @Nullable String words = comments.customerComment();
        @Nullable String services = BookingNotes.services(comments.includedServices());
        if (services == null) {
            return words;
        }
        String included = "Included: " + services;
        return words == null ? included : words + "\n" + included;
    }
}

package io.waymark.channels.alpinebits.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.Samples;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.channels.alpinebits.xml.XmlReading;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.Guest;
import io.waymark.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A booking of ours goes out as AlpineBits, through the schema, and comes back as it was. */
class ReservationRoundTripTest {

    private static final AlpineBitsXml XML = new AlpineBitsXml(XmlLimits.STANDARD);
    private static final Instant AT = Instant.parse("2016-03-01T10:15:30.123Z");

    @Property(tries = 300)
    void aBookingSurvives(@ForAll("bookings") PlainBooking booking) {
        Reservation sent = ReservationComposer.reserved("R-1", AT, booking);

        Reservation received = overTheWire(sent);

        assertThat(received).isEqualTo(sent);
        assertThat(ReservationRules.violations(received)).isEmpty();
        assertThat(ReservationMapping.booking(received, booking.hotelCode(), "channel-1"))
                .isEqualTo(booking);
        assertThat(Digest.of(received)).isEqualTo(Digest.of(sent));
    }

    @Test
    void aCancellationSurvives() {
        Reservation sent = ReservationComposer.cancelled("R-1", AT, "H1");

        Reservation received = overTheWire(sent);

        assertThat(received).isEqualTo(sent);
        assertThat(ReservationRules.violations(received)).isEmpty();
    }

    @Test
    void theStandardsOwnReservationIsUnderstood() {
        XmlElement document = root(Samples.bytes("messages/GuestRequests-OTA_HotelResNotifRQ-reservation-push.xml"));
        Reservation reservation = ReservationReader.pushed(document).getFirst();

        PlainBooking booking = ReservationMapping.booking(reservation, "123", "portal");

        assertThat(reservation.createdAt()).isEqualTo(Instant.parse("2012-03-21T14:00:00Z"));
        assertThat(booking.sale())
                .isEqualTo(new BookingDetails.Sale(
                        "www.example.com", "portal", "6b34fe24ac2ff810", "top banner", null, "123", null));
        assertThat(booking.rooms())
                .containsExactly(new PlainBooking.Room(
                        "bigsuite", LocalDate.of(2012, 1, 1), LocalDate.of(2012, 1, 12), 2, 2, 0, "123456-xyz", "AI"));
        assertThat(booking.total()).isEqualTo(Money.of(29_900, "EUR"));
        assertThat(booking.guest())
                .isEqualTo(new Guest("Otto", "Mustermann", "otto.mustermann@example.com", "+4934567893", "de"));
        assertThat(booking.country()).isEqualTo("DE");
        assertThat(booking.remarks())
                .startsWith("Sind Hunde erlaubt?")
                .endsWith("Included: Parkplatz, Schwimmbad, Skipass");
        assertThat(booking.terms().policyText()).startsWith("Cancellation is handled by hotel.");
    }

    @Test
    void neverReadsACardNumber() {
        byte[] document = Samples.bytes("messages/GuestRequests-OTA_HotelResNotifRQ-reservation-push.xml");
        List<Reservation> reservations = ReservationReader.pushed(root(document));

        String written = new String(
                XmlText.document(ReservationWriter.push(reservations)), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(written).contains("Mustermann").doesNotContain("4444333322221111");
    }

    @Provide
    Arbitrary<PlainBooking> bookings() {
        Arbitrary<BookingDetails.Sale> sales = Combinators.combine(text(), maybe(text()), maybe(text()), maybe(text()))
                .as((channel, market, customerType, agent) ->
                        new BookingDetails.Sale(channel, "channel-1", "R-1", market, customerType, agent, agent));
        Arbitrary<BookingDetails.Terms> terms =
                Combinators.combine(maybe(text()), maybe(text()), maybe(text())).as(BookingDetails.Terms::new);
        Arbitrary<Guest> guests = Combinators.combine(
                        maybe(text()),
                        text(),
                        maybe(Arbitraries.of("a@b.example", "jürgen+x@例え.example")),
                        maybe(Arbitraries.of("+390471123", "0471")),
                        maybe(Arbitraries.of("de", "it", "en")))
                .as(Guest::new);
        Arbitrary<Money> totals = Combinators.combine(
                        Arbitraries.longs().between(-100_000, 10_000_000), Arbitraries.of("EUR", "JPY", "BHD"))
                .as(Money::of);
        return Combinators.combine(
                        sales,
                        rooms().list().ofMinSize(1).ofMaxSize(4),
                        totals,
                        guests,
                        maybe(text()),
                        maybe(Arbitraries.of("PT", "DE", "CN")),
                        terms,
                        Arbitraries.integers().between(0, 5))
                .as((sale, rooms, total, guest, remarks, country, term, count) ->
                        new PlainBooking("H1", sale, rooms, total, guest, remarks, country, term, count, 5 - count));
    }

    private static Arbitrary<PlainBooking.Room> rooms() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, 9);
        return Combinators.combine(
                        Arbitraries.of("A", "DOUBLE", "Größe 8!"),
                        Arbitraries.integers().between(0, 2000),
                        Arbitraries.integers().between(0, 69),
                        counts,
                        counts,
                        counts,
                        maybe(text()),
                        maybe(Arbitraries.of("BB", "HB", "FB", "SC", "AI")))
                .as((type, day, nights, adults, children, infants, ratePlan, meal) -> {
                    LocalDate arrival = LocalDate.of(2015, 7, 1).plusDays(day);
                    return new PlainBooking.Room(
                            type, arrival, arrival.plusDays(nights), adults, children, infants, ratePlan, meal);
                });
    }

    /** Text of any kind that XML can carry, without blanks around it. */
    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars("aZ0 <>&\"'-_/.,;:äßñ中\uFFFD")
                .withCharRange('\u0400', '\u04FF')
                .ofMinLength(1)
                .ofMaxLength(30)
                .map(text -> "x" + text.strip() + "x");
    }

    @SuppressWarnings("NullAway") // jqwik's types do not say that the value may be null; the records it is for do
    private static <T> Arbitrary<T> maybe(Arbitrary<T> values) {
        return values.injectNull(0.3);
    }

    private static Reservation overTheWire(Reservation reservation) {
        XmlElement document = root(XmlText.document(ReservationWriter.push(List.of(reservation))));
        return ReservationReader.pushed(document).getFirst();
    }

    private static XmlElement root(byte[] document) {
        XmlReading reading = XML.read(document);
        assertThat(reading).isInstanceOf(XmlReading.Valid.class);
        return ((XmlReading.Valid) reading).root();
    }
}

package io.waymark.channels.alpinebits.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.Samples;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.Wire;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One good reservation, the standard's own, and one mistake at a time. */
class ReservationRulesTest {

    private static final String GOOD =
            new String(Samples.bytes("messages/GuestRequests-OTA_HotelResNotifRQ-reservation-push.xml"), UTF_8);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Start="2012-01-01" End="2012-01-12"|Start="2012-01-12" End="2012-01-01"|before it starts
                    Start="2012-01-01" End="2012-01-12"|Start="2012-01-01" End="2022-01-12"|longer than
                    Start="2012-01-01" End="2012-01-12"|Start="2012-01-01"|exactly Start and End
                    RoomTypeCode="bigsuite"||needs a RoomTypeCode
                    <Total AmountAfterTax="299" CurrencyCode="EUR"/>||needs a Total
                    CurrencyCode="EUR"|CurrencyCode="EUX"|ISO 4217
                    AmountAfterTax="299"|AmountAfterTax="299.001"|more than 2 decimals
                    Type="14" ID|Type="15" ID|UniqueID Type must be 14
                    ResStatus="Reserved"|ResStatus="Cancelled"|UniqueID Type must be 15
                    HotelCode="123" HotelName="Frangart Inn"||HotelCode or HotelName
                    Percent="15"||either Percent or
                    """)
    void findsTheMistake(String good, String bad, String reason) {
        assertThat(GOOD).contains(good);
        String broken = GOOD.replace(good, bad == null ? "" : bad);

        assertReasons(broken).isNotEmpty().anySatisfy(found -> assertThat(found).contains(reason));
    }

    @Test
    void acceptsADayUse() {
        assertReasons(GOOD.replace("End=\"2012-01-12\"", "End=\"2012-01-01\"")).isEmpty();
    }

    @Test
    void wantsAGuestAndOneCurrency() {
        String nobody = GOOD.replaceFirst("(?s)<ResGuests>.*</ResGuests>", "");
        assertReasons(nobody).singleElement().asString().contains("needs a guest");

        String stay = GOOD.substring(GOOD.indexOf("<RoomStay>"), GOOD.indexOf("</RoomStays>"));
        assertReasons(GOOD.replace("</RoomStays>", stay.replace("EUR", "CHF") + "</RoomStays>"))
                .singleElement()
                .asString()
                .contains("one currency");
    }

    @Test
    void readsRequestsForAQuote() {
        XmlElement retrieved =
                Wire.read(Samples.bytes("messages/GuestRequests-OTA_ResRetrieveRS-request-with-roomtype.xml"));
        List<Reservation> reservations = ReservationReader.retrieved(retrieved);

        assertThat(reservations).hasSize(1);
        assertThat(ReservationReader.pushed(Wire.over(ReservationWriter.push(reservations))))
                .isEqualTo(reservations);
        assertThat(ReservationReader.retrieved(Wire.over(ReservationWriter.retrieved(reservations))))
                .isEqualTo(reservations);
    }

    @Test
    void readsWhatAClientReadsAndTakesNoteOf() {
        ReadRequest read = ReadRequest.of(Wire.read(Samples.bytes("messages/GuestRequests-OTA_ReadRQ.xml")));
        Acknowledgement note =
                Acknowledgement.of(Wire.read(Samples.bytes("messages/GuestRequests-OTA_ReadRQ-ack.xml")));

        assertThat(read.hotel().code()).isEqualTo("123");
        assertThat(read.since()).isEqualTo("2012-03-21T14:00:00Z");
        assertThat(note.taken()).hasSize(3).contains(new ReservationId(15, "c24e8b15ca469388"));
        assertThat(note.refused())
                .containsExactly(new PushAnswer.Refused("f054bbd2f5ebab9", 450, "Unable to process reservation"));
    }

    private static ListAssert<String> assertReasons(String document) {
        Reservation reservation =
                ReservationReader.pushed(Wire.read(document.getBytes(UTF_8))).getFirst();
        return assertThat(ReservationRules.violations(reservation).stream()
                .map(Violation::reason)
                .toList());
    }
}

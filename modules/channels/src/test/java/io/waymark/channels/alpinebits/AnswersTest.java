package io.waymark.channels.alpinebits;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.inventory.HotelContent;
import io.waymark.channels.alpinebits.inventory.HotelContentReader;
import io.waymark.channels.alpinebits.inventory.HotelContentWriter;
import io.waymark.channels.alpinebits.rateplan.BaseRatesRequest;
import io.waymark.channels.alpinebits.reservation.PushAnswer;
import io.waymark.channels.alpinebits.reservation.PushAnswer.Result;
import io.waymark.channels.alpinebits.reservation.ReservationId;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever we answer is valid against the schema, and says what we mean. */
class AnswersTest {

    private static final ReservationId ONE = new ReservationId(ReservationId.RESERVATION, "one");
    private static final ReservationId TWO = new ReservationId(ReservationId.CANCELLATION, "two");
    private static final Violation SOLD_OUT = new Violation(OtaError.NO_AVAILABILITY, "room type A is sold out");

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"PUSH_RESERVATIONS"},
            mode = EnumSource.Mode.EXCLUDE)
    void errorsAreValid(Action action) {
        XmlElement answer = Wire.over(Outcomes.errors(action, List.of(SOLD_OUT, Violation.value("<&>"))));

        assertThat(answer.all("Errors", "Error")).hasSize(2).first().satisfies(error -> {
            assertThat(error.attributes()).containsEntry("Type", "13").containsEntry("Code", "322");
            assertThat(error.text()).isEqualTo("room type A is sold out");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"FREE_ROOMS", "PUSH_INVENTORY", "PUSH_HOTEL_INFO", "PUSH_RATE_PLANS"})
    void warningsAreValid(Action action) {
        XmlElement answer = Wire.over(Outcomes.success(action, List.of("a category was left out")));

        assertThat(answer.child("Success")).isNotNull();
        assertThat(answer.all("Warnings", "Warning"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).isEqualTo("a category was left out"));
        assertThat(Wire.over(Outcomes.success(action, List.of())).child("Warnings"))
                .isNull();
    }

    @Test
    void aPushTellsWhichReservationsWereCarriedOut() {
        XmlElement answer = Wire.over(new PushAnswer(List.of(new Result(ONE, null), new Result(TWO, SOLD_OUT))).xml());

        assertThat(PushAnswer.refused(answer))
                .containsExactly(new PushAnswer.Refused("two", 322, "room type A is sold out"));
        assertThat(answer.all("HotelReservations", "HotelReservation", "UniqueID"))
                .singleElement()
                .satisfies(id -> assertThat(id.required("ID")).isEqualTo("one"));
    }

    @Test
    void aPushOfWhichNothingWasCarriedOutIsStillValid() {
        XmlElement answer = Wire.over(new PushAnswer(List.of(new Result(ONE, SOLD_OUT))).xml());

        assertThat(PushAnswer.refused(answer)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages/Inventory-OTA_HotelDescriptiveInfoRS-basicpullRS.xml",
                "messages/Inventory-OTA_HotelDescriptiveInfoRS-hotelinfo.xml",
                "rules/inventory/HotelDescriptiveContentNotifRQ_Basic-ok.xml",
                "messages/Inventory-OTA_HotelDescriptiveContentNotifRQ-delete-all.xml"
            })
    void descriptionsSurviveTheWire(String sample) {
        HotelContent content = HotelContentReader.read(Wire.read(Samples.bytes(sample)));

        HotelContent pushed =
                HotelContentReader.read(Wire.over(HotelContentWriter.push(Action.PUSH_INVENTORY, content)));
        HotelContent pulled =
                HotelContentReader.read(Wire.over(HotelContentWriter.answer(Action.PULL_HOTEL_INFO, content)));

        assertThat(pushed.guestRooms()).isEqualTo(content.guestRooms());
        assertThat(pulled.guestRooms()).isEqualTo(content.guestRooms());
        assertThat(pulled.description()).hasSameSizeAs(content.description());
    }

    @Test
    void aRequestForPricesSurvivesTheWire() {
        BaseRatesRequest request = new BaseRatesRequest(
                new HotelReference("H1", "House"),
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 2, 1),
                List.of("A", "B"));

        BaseRatesRequest read = BaseRatesRequest.of(Wire.over(request.xml()));

        assertThat(read).isEqualTo(request);
        assertThat(read.violations()).isEmpty();
    }
}

package io.waymark.channels.alpinebits;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.reservation.ReservationReader;
import io.waymark.channels.alpinebits.reservation.ReservationRules;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.channels.alpinebits.xml.XmlReading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The standard's own samples: the good ones have nothing wrong with them, the bad ones are refused with a reason. */
class StandardSamplesTest {

    private static final AlpineBitsXml XML = new AlpineBitsXml(XmlLimits.STANDARD);

    static Stream<String> messages() {
        return Samples.in("messages").stream();
    }

    static Stream<String> good() {
        return ruleSamples().filter(name -> !bad(name));
    }

    static Stream<String> wrong() {
        return ruleSamples().filter(StandardSamplesTest::bad);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everySampleMessageIsValid(String name) {
        assertThat(XML.read(Samples.bytes(name))).isInstanceOf(XmlReading.Valid.class);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everySampleRequestBreaksNoRule(String name) {
        XmlElement document = ((XmlReading.Valid) XML.read(Samples.bytes(name))).root();
        if (document.name().endsWith("RQ")) {
            Request request = Request.of(action(name, document), document);

            assertThat(request.violations()).isEmpty();
            if (request instanceof Request.PushReservations push) {
                assertThat(push.reservations())
                        .isNotEmpty()
                        .allSatisfy(reservation -> assertThat(ReservationRules.violations(reservation))
                                .isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everySampleReservationBreaksNoRule(String name) {
        XmlElement document = ((XmlReading.Valid) XML.read(Samples.bytes(name))).root();

        assertThat(ReservationReader.retrieved(document))
                .allSatisfy(reservation ->
                        assertThat(ReservationRules.violations(reservation)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodMessagesAreAccepted(String name) {
        assertThat(outcome(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongMessagesAreRefusedWithAReason(String name) {
        assertThat(outcome(name))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
    }

    private static List<String> outcome(String name) {
        return switch (XML.read(Samples.bytes(name))) {
            case XmlReading.Refused(XmlReading.Fault fault, String reason) -> List.of(reason);
            case XmlReading.Valid(XmlElement root) ->
                Request.of(action(name, root), root).violations().stream()
                        .map(Violation::reason)
                        .toList();
        };
    }

    private static Stream<String> ruleSamples() {
        return Stream.of("rules/freerooms", "rules/inventory").flatMap(folder -> Samples.in(folder).stream());
    }

    private static boolean bad(String name) {
        return name.contains("_err_") || name.contains("-err-");
    }

    private static Action action(String name, XmlElement document) {
        boolean info = name.contains("hotelinfo") || name.contains("HotelInfo");
        return Stream.of(Action.values())
                .filter(action -> action.requestRoot().equals(document.name()))
                .filter(action -> !action.parameter().endsWith("Inventory") || !info)
                .filter(action -> !action.parameter().endsWith("Info") || info)
                .findFirst()
                .orElseThrow();
    }
}

package io.waymark.channels.alpinebits.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.Samples;
import io.waymark.channels.alpinebits.xml.XmlReading.Fault;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send: bombs, files of ours that they would like to see, and plain mistakes. */
class AlpineBitsXmlTest {

    private static final AlpineBitsXml XML = new AlpineBitsXml(XmlLimits.STANDARD);
    private static final String PING = "<OTA_PingRQ xmlns=\"" + AlpineBitsXml.NAMESPACE
            + "\" Version=\"8.000\"><EchoData>%s</EchoData></OTA_PingRQ>";

    @Test
    void readsAttributesChildrenAndText() {
        XmlElement request = valid(PING.formatted("hello").getBytes(UTF_8));

        assertThat(request.name()).isEqualTo("OTA_PingRQ");
        assertThat(request.required("Version")).isEqualTo("8.000");
        assertThat(request.only("EchoData").text()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/evil.dtd\">",
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>",
                "<!DOCTYPE OTA_PingRQ>"
            })
    void refusesEveryDoctypeBeforeReadingOn(String doctype) {
        XmlReading.Refused refused = refused((doctype + PING.formatted("&x;")).getBytes(UTF_8));

        assertThat(refused.fault()).isEqualTo(Fault.MALFORMED);
        assertThat(refused.reason()).contains("DOCTYPE").contains("line 1").doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<a>", "<a></b>", "<a/><b/>", "<a b='1' b='2'/>", "\0\0\0\0", "<a>&nope;</a>"})
    void saysWhereADocumentIsNotXml(String document) {
        XmlReading.Refused refused = refused(document.getBytes(UTF_8));

        assertThat(refused.reason()).isNotBlank().doesNotContain("Exception").doesNotContain("xerces");
    }

    @Test
    void refusesBytesThatAreNoCharacters() {
        byte[] document = PING.formatted("x").getBytes(UTF_8);
        document[document.length - 20] = (byte) 0xC3;
        document[document.length - 19] = (byte) 0x28;

        assertThat(refused(document).reason()).doesNotContain("Exception");
    }

    @Test
    void saysWhereADocumentBreaksTheSchema() {
        XmlReading.Refused refused = refused(
                ("<OTA_PingRQ xmlns=\"" + AlpineBitsXml.NAMESPACE + "\" Version=\"8.000\">\n<Surprise/></OTA_PingRQ>")
                        .getBytes(UTF_8));

        assertThat(refused.fault()).isEqualTo(Fault.NOT_VALID);
        assertThat(refused.reason()).contains("line 2").contains("column").contains("Surprise");
        assertThat(refused.reason().toLowerCase(Locale.ROOT))
                .doesNotContain("cvc-")
                .doesNotContain("sax");
    }

    @Test
    void refusesElementsOfAnotherNamespace() {
        assertThat(refused("<OTA_PingRQ Version='8.000'><EchoData>x</EchoData></OTA_PingRQ>".getBytes(UTF_8))
                        .fault())
                .isEqualTo(Fault.NOT_VALID);
    }

    @Test
    void refusesNestingThatIsTooDeep() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

        // The schema notices the stranger at the root; without a schema error the limit would end it 40 levels down.
        assertThat(refused(deep.getBytes(UTF_8)).reason()).isNotBlank();
        assertThat(new AlpineBitsXml(new XmlLimits(3, 100))
                        .read(Samples.bytes("messages/GuestRequests-OTA_ReadRQ.xml")))
                .isEqualTo(new XmlReading.Refused(
                        Fault.MALFORMED, "line 27, column 65: elements are nested deeper than 3 levels"));
    }

    @Test
    void refusesMoreElementsThanTheLimit() {
        assertThat(new AlpineBitsXml(new XmlLimits(40, 5))
                        .read(Samples.bytes("messages/RatePlans-OTA_HotelRatePlanNotifRQ.xml")))
                .isInstanceOfSatisfying(
                        XmlReading.Refused.class,
                        refused -> assertThat(refused.reason()).contains("more than 5 elements"));
    }

    @Test
    void ignoresASchemaThatTheDocumentNames() {
        byte[] document = ("<OTA_PingRQ xmlns=\"" + AlpineBitsXml.NAMESPACE
                        + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                        + AlpineBitsXml.NAMESPACE
                        + " http://127.0.0.1:1/evil.xsd\" Version=\"8.000\"><EchoData>x</EchoData></OTA_PingRQ>")
                .getBytes(UTF_8);

        assertThat(valid(document).attributes()).containsOnlyKeys("Version");
    }

    @Test
    void writesWhatItReads() {
        XmlElement element = XmlElement.named("OTA_PingRQ")
                .with("Version", "a\"b<c>&\n\t'")
                .add(XmlElement.named("EchoData").text("5 < 6 && \"x\" ]]> \u0007 \uD83C\uDFD4 é"))
                .build();

        XmlElement read = valid(XmlText.document(element));

        assertThat(read.required("Version")).isEqualTo("a\"b<c>&\n\t'");
        assertThat(read.only("EchoData").text()).isEqualTo("5 < 6 && \"x\" ]]> \uFFFD \uD83C\uDFD4 é");
    }

    private static XmlElement valid(byte[] document) {
        XmlReading reading = XML.read(document);
        assertThat(reading).isInstanceOf(XmlReading.Valid.class);
        return ((XmlReading.Valid) reading).root();
    }

    private static XmlReading.Refused refused(byte[] document) {
        XmlReading reading = XML.read(document);
        assertThat(reading).isInstanceOf(XmlReading.Refused.class);
        return (XmlReading.Refused) reading;
    }
}

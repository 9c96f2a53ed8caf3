package io.waymark.channels.alpinebits.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.Request;
import io.waymark.channels.alpinebits.Samples;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final int LARGEST = 100_000;
    private static final Envelope ENVELOPE = new Envelope(new AlpineBitsXml(XmlLimits.STANDARD), LARGEST);
    private static final String BOUNDARY = "----x42";
    private static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;
    private static final byte[] RESERVATION =
            Samples.bytes("messages/GuestRequests-OTA_HotelResNotifRQ-reservation-push.xml");

    @Test
    void opensAPushOfReservations() {
        Opening opening = ENVELOPE.open(call(form("OTA_HotelResNotif:GuestRequests", RESERVATION)));

        assertThat(opening).isInstanceOfSatisfying(Opening.Ready.class, ready -> {
            assertThat(ready.action()).isEqualTo(Action.PUSH_RESERVATIONS);
            assertThat(ready.size()).isEqualTo(RESERVATION.length);
            assertThat(ready.request())
                    .isInstanceOfSatisfying(
                            Request.PushReservations.class,
                            push -> assertThat(push.reservations()).hasSize(1));
        });
    }

    @Test
    void opensACompressedCall() {
        byte[] zipped = Gzip.deflate(form("OTA_HotelResNotif:GuestRequests", RESERVATION));

        assertThat(ENVELOPE.open(new Call(FORM, "gzip", null, "2020-10", zipped)))
                .isInstanceOf(Opening.Ready.class);
    }

    @Test
    void refusesACompressedCallThatGrowsBeyondTheLimit() {
        byte[] bomb = Gzip.deflate(new byte[50 * 1024 * 1024]);
        assertThat(bomb.length).isLessThan(LARGEST);

        assertClosed(ENVELOPE.open(new Call(FORM, "gzip", null, "2020-10", bomb)), 413, "larger than 100000 bytes");
    }

    @Test
    void refusesABodyThatIsNotWhatItSays() {
        assertClosed(ENVELOPE.open(new Call(FORM, "gzip", null, "2020-10", RESERVATION)), 400, "Content-Encoding");
        assertClosed(ENVELOPE.open(new Call(FORM, "br", null, "2020-10", RESERVATION)), 400, "Content-Encoding");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        assertClosed(ENVELOPE.open(call(new byte[LARGEST + 1])), 413, "larger than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTA_Nope:Nothing", "", "action", "OTA_HotelPostEventNotif:EventReports"})
    void refusesUnknownActions(String action) {
        assertClosed(ENVELOPE.open(call(form(action, RESERVATION))), 400, "unknown or missing action");
    }

    @Test
    void refusesCallsWithoutAUsableVersion() {
        byte[] body = form("OTA_HotelResNotif:GuestRequests", RESERVATION);

        assertClosed(ENVELOPE.open(new Call(FORM, null, null, null, body)), 400, "ClientProtocolVersion is missing");
        assertClosed(ENVELOPE.open(new Call(FORM, null, null, "hello", body)), 400, "must be a version");
        assertClosed(ENVELOPE.open(new Call(FORM, null, null, "2018-10", body)), 400, "2018-10 is not supported");
    }

    @Test
    void shakesHandsInAnyVersion() {
        byte[] body = form("OTA_Ping:Handshaking", Samples.bytes("messages/Handshake-OTA_PingRQ.xml"));

        assertThat(ENVELOPE.open(new Call(FORM, null, null, "2018-10", body))).isInstanceOf(Opening.Ready.class);
    }

    @Test
    void refusesWhatIsNoForm() {
        assertClosed(ENVELOPE.open(new Call("text/xml", null, null, "2020-10", RESERVATION)), 400, "multipart");
        assertClosed(ENVELOPE.open(new Call(FORM, null, null, "2020-10", RESERVATION)), 400, "multipart");
        assertClosed(ENVELOPE.open(new Call("multipart/form-data", null, null, "2020-10", RESERVATION)), 400, "multi");
        assertClosed(ENVELOPE.open(new Call(null, null, null, "2020-10", new byte[0])), 400, "multipart");
    }

    @Test
    void refusesAFormThatIsCutOff() {
        byte[] whole = form("OTA_HotelResNotif:GuestRequests", RESERVATION);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 20);

        assertClosed(ENVELOPE.open(call(cut)), 400, "multipart");
    }

    @Test
    void refusesAMissingDocument() {
        assertClosed(ENVELOPE.open(call(form("OTA_Read:GuestRequests", null))), 400, "request is missing");
    }

    @Test
    void refusesTheDocumentOfAnotherAction() {
        assertClosed(
                ENVELOPE.open(call(form("OTA_Read:GuestRequests", RESERVATION))), 400, "needs a document OTA_ReadRQ");
    }

    @Test
    void refusesWhatIsNoXmlInPlainText() {
        assertClosed(ENVELOPE.open(call(form("OTA_Read:GuestRequests", "hello".getBytes(UTF_8)))), 400, "line 1");
        assertClosed(
                ENVELOPE.open(call(form("OTA_Read:GuestRequests", "<!DOCTYPE a><a/>".getBytes(UTF_8)))),
                400,
                "DOCTYPE");
    }

    @Test
    void answersADocumentThatBreaksTheSchemaWithErrors() {
        byte[] invalid = new String(Samples.bytes("messages/GuestRequests-OTA_ReadRQ.xml"), UTF_8)
                .replace("HotelReadRequest", "HotelWishes")
                .getBytes(UTF_8);

        assertThat(ENVELOPE.open(call(form("OTA_Read:GuestRequests", invalid))))
                .isInstanceOfSatisfying(
                        Opening.Broken.class,
                        broken -> assertThat(broken.violations().getFirst().reason())
                                .contains("line 26")
                                .contains("HotelWishes"));
    }

    @Test
    void answersADocumentThatBreaksARuleWithErrors() {
        byte[] broken = Samples.bytes("rules/freerooms/HotelAvailNotifRQ_err_closing-seasons-not-on-top.xml");

        assertThat(ENVELOPE.open(call(form("OTA_HotelInvCountNotif:FreeRooms", broken))))
                .isInstanceOf(Opening.Broken.class);
    }

    @Test
    void refusesNumbersThatFitTheSchemaAndNothingElse() {
        byte[] huge = new String(
                        Samples.bytes("messages/FreeRooms-OTA_HotelInvCountNotifRQ-closing_seasons.xml"), UTF_8)
                .replace("Count=\"3\"", "Count=\"99999999999999999999\"")
                .getBytes(UTF_8);

        assertClosed(ENVELOPE.open(call(form("OTA_HotelInvCountNotif:FreeRooms", huge))), 400, "too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, gzip;q=1.0", "*", "GZIP"})
    void compressesWhereTheClientWantsIt(String accepted) {
        assertThat(Envelope.compress(new Call(FORM, null, accepted, "2020-10", new byte[0])))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", ""})
    void doesNotCompressWhereTheClientDoesNot(String accepted) {
        assertThat(Envelope.compress(new Call(FORM, null, accepted, "2020-10", new byte[0])))
                .isFalse();
    }

    @Test
    void readsBasicCredentials() {
        assertThat(BasicCredentials.of("Basic " + encoded("chris:secret:with:colons")))
                .contains(new BasicCredentials("chris", "secret:with:colons"));
        assertThat(BasicCredentials.of("basic " + encoded(":"))).contains(new BasicCredentials("", ""));
        assertThat(BasicCredentials.of(null)).isEmpty();
        assertThat(BasicCredentials.of("Bearer x")).isEmpty();
        assertThat(BasicCredentials.of("Basic %%%")).isEmpty();
        assertThat(BasicCredentials.of("Basic " + encoded("nobody"))).isEmpty();
        assertThat(new BasicCredentials("chris", "secret").toString()).doesNotContain("secret");
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static Call call(byte[] body) {
        return new Call(FORM, null, null, "2020-10", body);
    }

    private static byte[] form(String action, byte @Nullable [] document) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(
                body,
                "preamble\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\n" + action);
        if (document != null) {
            text(body, "\r\n--" + BOUNDARY + "\r\nContent-Type: text/xml\r\n");
            text(body, "Content-Disposition: form-data; name=request; filename=\"a.xml\"\r\n\r\n");
            body.writeBytes(document);
        }
        text(body, "\r\n--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(UTF_8));
    }

    private static void assertClosed(Opening opening, int status, String reason) {
        assertThat(opening).isInstanceOfSatisfying(Opening.Closed.class, closed -> {
            assertThat(closed.answer().status()).isEqualTo(status);
            assertThat(new String(closed.answer().body(), UTF_8))
                    .startsWith("ERROR:")
                    .contains(reason);
        });
    }
}

package io.waymark.channels.alpinebits.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.channels.alpinebits.xml.XmlReading;
import io.waymark.channels.alpinebits.xml.XmlText;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandshakeTest {

    private static final AlpineBitsXml XML = new AlpineBitsXml(XmlLimits.STANDARD);

    @Test
    void agreesOnWhatBothSidesCanDo() {
        String echo = """
                {"versions": [
                  {"version": "2018-10", "actions": [{"action": "action_OTA_Ping"}]},
                  {"version": "2020-10", "actions": [
                    {"action": "action_OTA_Ping"},
                    {"action": "action_OTA_HotelInvCountNotif", "supports":
                      ["OTA_HotelInvCountNotif_accept_categories", "OTA_HotelInvCountNotif_accept_miracles"]},
                    {"action": "action_OTA_HotelPostEventNotif_EventReports"}]}]}""";

        XmlElement answer = answer(echo);

        assertThat(answer.only("EchoData").text()).isEqualTo(echo);
        XmlElement warning = answer.only("Warnings").only("Warning");
        assertThat(warning.attributes()).containsEntry("Type", "11").containsEntry("Status", "ALPINEBITS_HANDSHAKE");
        Capabilities agreed = CapabilitiesJson.read(warning.text()).orElseThrow();
        assertThat(agreed.versions()).containsOnlyKeys("2020-10");
        assertThat(agreed.versions().values()).singleElement().satisfies(actions -> {
            assertThat(actions).containsOnlyKeys("action_OTA_Ping", "action_OTA_HotelInvCountNotif");
            assertThat(actions)
                    .extractingByKey("action_OTA_HotelInvCountNotif")
                    .isEqualTo(Set.of("OTA_HotelInvCountNotif_accept_categories"));
        });
    }

    @Test
    void agreesOnEverythingWithItself() {
        Capabilities ours = Capabilities.ours();

        assertThat(ours.intersection(ours)).isEqualTo(ours);
        assertThat(CapabilitiesJson.read(CapabilitiesJson.write(ours))).contains(ours);
    }

    @Test
    void agreesOnNothingWithAStranger() {
        XmlElement answer = answer("{\"versions\": []}");

        assertThat(answer.only("Warnings").only("Warning").text()).isEqualTo("{\"versions\":[]}");
    }

    @Test
    void refusesWhatIsNoHandshake() {
        assertThat(answer("hello").only("Errors").only("Error").text()).contains("versions");
        assertThat(answer("{\"versions\": [{\"name\": 1}]}").child("Errors")).isNotNull();
        assertThat(answer("[]").child("Errors")).isNotNull();
    }

    private static XmlElement answer(String echo) {
        XmlElement request = XmlElement.named("OTA_PingRQ")
                .with("Version", "8.000")
                .add(XmlElement.named("EchoData").text(echo))
                .build();
        XmlReading read = XML.read(XmlText.document(Handshake.answer(request)));
        assertThat(read).isInstanceOf(XmlReading.Valid.class);
        return ((XmlReading.Valid) read).root();
    }
}

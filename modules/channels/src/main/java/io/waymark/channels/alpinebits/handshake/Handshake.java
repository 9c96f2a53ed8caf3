package io.waymark.channels.alpinebits.handshake;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.Outcomes;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;

/** Answers a handshake: what the client sent, echoed, and what both sides can do. */
public final class Handshake {

    private static final int ADVISORY = 11;

    private Handshake() {}

    /** The OTA_PingRS to an OTA_PingRQ. */
    public static XmlElement answer(XmlElement request) {
        String echo = request.only("EchoData").text();
        return CapabilitiesJson.read(echo)
                .map(theirs -> agreed(echo, Capabilities.ours().intersection(theirs)))
                .orElseGet(() -> Outcomes.errors(
                        Action.PING,
                        List.of(Violation.value(
                                "EchoData must be a JSON object with an array 'versions' of objects with 'version'"
                                        + " and 'actions'"))));
    }

    /** The OTA_PingRQ by which we would shake hands with another server. */
    public static XmlElement request(Capabilities capabilities) {
        return XmlElement.named(Action.PING.requestRoot())
                .with("Version", Action.PING.documentVersion())
                .add(XmlElement.named("EchoData").text(CapabilitiesJson.write(capabilities)))
                .build();
    }

    private static XmlElement agreed(String echo, Capabilities common) {
        XmlElement warning = XmlElement.named("Warning")
                .with("Type", ADVISORY)
                .with("Status", "ALPINEBITS_HANDSHAKE")
                .text(CapabilitiesJson.write(common))
                .build();
        return Outcomes.succeeded(Action.PING)
                .add(XmlElement.named("Warnings").add(warning))
                .add(XmlElement.named("EchoData").text(echo))
                .build();
    }
}

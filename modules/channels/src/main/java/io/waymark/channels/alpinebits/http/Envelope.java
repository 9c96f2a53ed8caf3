package io.waymark.channels.alpinebits.http;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Request;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.handshake.Capabilities;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.Values.BadValue;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlReading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens calls: protocol version, compression, parameters, XML, schema and the rules of the standard, in that order.
 *
 * <p>Who sent the call has been established before. Pure: nothing is stored or asked here.
 */
public final class Envelope {

    /** The largest document that is read, also after inflation. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Pattern VERSION = Pattern.compile("20[0-9]{2}-[0-9]{2}[a-z]?");

    private final AlpineBitsXml xml;
    private final int largest;

    public Envelope(AlpineBitsXml xml, int largest) {
        this.xml = xml;
        this.largest = largest;
    }

    /** The answer to a body that is larger than allowed; it is given without reading the body to its end. */
    public Answer tooLarge() {
        return Answer.error(413, "the request is larger than " + largest + " bytes");
    }

    /** Opens a call. */
    public Opening open(Call call) {
        @Nullable String version = call.protocolVersion();
        if (version == null || !VERSION.matcher(version).matches()) {
            return closed(
                    null,
                    Answer.error(
                            400,
                            version == null
                                    ? "the header X-AlpineBits-ClientProtocolVersion is missing"
                                    : "X-AlpineBits-ClientProtocolVersion must be a version such as "
                                            + Capabilities.VERSION));
        }
        try {
            return parameters(call, version);
        } catch (Gzip.TooLarge e) {
            return closed(null, tooLarge());
        } catch (IOException e) {
            return closed(null, Answer.error(400, "the body is not what its Content-Encoding says"));
        }
    }

    /** The body of an answer, compressed. */
    public static byte[] deflated(byte[] body) {
        return Gzip.deflate(body);
    }

    /** Whether the answer to the call is to be compressed. */
    public static boolean compress(Call call) {
        @Nullable String accepted = call.acceptEncoding();
        return accepted != null && Gzip.accepted(accepted);
    }

    private Opening parameters(Call call, String version) throws IOException, Gzip.TooLarge {
        Optional<FormData> form = FormData.parse(call.contentType(), body(call));
        if (form.isEmpty()) {
            return closed(
                    null,
                    Answer.error(
                            400, "the request must be multipart/form-data with the parameters action and request"));
        }
        @Nullable Action action = Action.of(form.get().text("action")).orElse(null);
        if (action == null) {
            return closed(null, Answer.error(400, "unknown or missing action"));
        }
        // The handshake is how a client finds out which versions we speak, so it may come in any.
        if (action != Action.PING && !version.equals(Capabilities.VERSION)) {
            return closed(
                    action,
                    Answer.error(
                            400,
                            "the protocol version " + version + " is not supported, only " + Capabilities.VERSION));
        }
        byte @Nullable [] document = form.get().part("request");
        if (document == null) {
            return closed(action, Answer.error(400, "the parameter request is missing"));
        }
        return document.length > largest ? closed(action, tooLarge()) : document(action, document);
    }

    private byte[] body(Call call) throws IOException, Gzip.TooLarge {
        @Nullable String encoding = call.contentEncoding();
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            if (call.body().length > largest) {
                throw new Gzip.TooLarge();
            }
            return call.body();
        }
        if (encoding.strip().equalsIgnoreCase("gzip")) {
            return Gzip.inflate(call.body(), largest);
        }
        throw new IOException("unknown Content-Encoding");
    }

    private Opening document(Action action, byte[] document) {
        return switch (xml.read(document)) {
            case XmlReading.Refused(XmlReading.Fault fault, String reason) -> refused(action, fault, reason, document);
            case XmlReading.Valid(XmlElement root) -> request(action, root, document.length);
        };
    }

    private static Opening refused(Action action, XmlReading.Fault fault, String reason, byte[] document) {
        // A push of reservations has no Errors in its answer, and a document that is not even XML has no answer.
        if (fault == XmlReading.Fault.MALFORMED || action == Action.PUSH_RESERVATIONS) {
            return closed(action, Answer.error(400, "invalid XML: " + reason));
        }
        return new Opening.Broken(
                action,
                List.of(new Violation(OtaError.INVALID_VALUE, "not valid against AlpineBits 2020-10: " + reason)),
                document.length);
    }

    private static Opening request(Action action, XmlElement root, int size) {
        if (!root.name().equals(action.requestRoot())) {
            return closed(
                    action,
                    Answer.error(
                            400, "the action " + action.parameter() + " needs a document " + action.requestRoot()));
        }
        Request request;
        try {
            request = Request.of(action, root);
        } catch (BadValue e) {
            return closed(action, Answer.error(400, String.valueOf(e.getMessage())));
        }
        if (request instanceof Request.PushReservations push
                && push.reservations().isEmpty()) {
            return closed(action, Answer.error(400, "there is no HotelReservation in the document"));
        }
        List<Violation> violations = request.violations();
        return violations.isEmpty()
                ? new Opening.Ready(action, request, size)
                : new Opening.Broken(action, violations, size);
    }

    private static Opening closed(@Nullable Action action, Answer answer) {
        return new Opening.Closed(action, answer);
    }
}

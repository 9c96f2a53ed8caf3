package io.waymark.channels.alpinebits.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to the client.
 *
 * @param status 200 for every outcome of an action, refusals included; others where no action was reached
 * @param reason why no action was reached; null where one was
 */
@SuppressWarnings("ArrayRecordComponent") // the body is written once and never compared
public record Answer(
        int status,
        String contentType,
        byte[] body,
        @Nullable String reason) {

    public static final String XML = "text/xml; charset=UTF-8";
    public static final String TEXT = "text/plain; charset=UTF-8";

    /** The document with which an action answers. */
    public static Answer document(XmlElement document) {
        return new Answer(200, XML, XmlText.document(document), null);
    }

    /** The standard's form for everything that goes wrong before an action: plain text that begins with ERROR. */
    public static Answer error(int status, String reason) {
        return new Answer(status, TEXT, ("ERROR:" + reason).getBytes(UTF_8), reason);
    }
}

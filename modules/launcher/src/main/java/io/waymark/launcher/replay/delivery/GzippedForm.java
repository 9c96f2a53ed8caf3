package io.waymark.launcher.replay.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A multipart/form-data body (RFC 7578), compressed as AlpineBits asks of its clients. */
final class GzippedForm {

    /** Fixed, and in no document of ours. */
    private static final String BOUNDARY = "waymark-8d1f4c2b7a6e";

    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private GzippedForm() {}

    /** The form with the two parameters that every AlpineBits action has. */
    static byte[] of(String action, byte[] request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try (GZIPOutputStream form = new GZIPOutputStream(bytes)) {
            parameter("action", action.getBytes(US_ASCII), form);
            parameter("request", request, form);
            form.write(("--" + BOUNDARY + "--\r\n").getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void parameter(String name, byte[] value, OutputStream form) throws IOException {
        form.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .getBytes(US_ASCII));
        form.write(value);
        form.write("\r\n".getBytes(US_ASCII));
    }
}

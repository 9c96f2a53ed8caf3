package io.waymark.channels.alpinebits.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** gzip in both directions; what comes in may not grow beyond a limit, however small it was sent. */
final class Gzip {

    private Gzip() {}

    /** The body is larger than the limit, or would be once it is inflated. */
    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1;
    }

    /**
     * Inflates.
     *
     * @throws IOException if the bytes are not gzip
     */
    static byte[] inflate(byte[] compressed, int limit) throws IOException, TooLarge {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            byte[] inflated = in.readNBytes(limit + 1);
            if (inflated.length > limit) {
                throw new TooLarge();
            }
            return inflated;
        }
    }

    static byte[] deflate(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Whether an Accept-Encoding header allows gzip. */
    static boolean accepted(String acceptEncoding) {
        for (String coding : acceptEncoding.split(",", -1)) {
            String[] parts = coding.strip().split("\\s*;\\s*", -1);
            boolean named = parts[0].equalsIgnoreCase("gzip") || parts[0].equals("*");
            boolean refused = parts.length > 1 && parts[1].matches("(?i)q=0(\\.0*)?");
            if (named) {
                return !refused;
            }
        }
        return false;
    }
}

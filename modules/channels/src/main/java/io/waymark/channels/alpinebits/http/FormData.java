package io.waymark.channels.alpinebits.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a multipart/form-data body (RFC 7578) by name; of several with one name the first counts.
 *
 * <p>Bytes stay bytes: the document inside a part names its own encoding.
 */
final class FormData {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"\r\n]{1,70})\"|([^\";,\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=(?:\"([^\"\r\n]*)\"|([^\";\\s]+))");
    private static final int MOST_PARTS = 20;
    private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(ISO_8859_1);

    private final Map<String, byte[]> parts;

    private FormData(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** Reads a body; empty where it is not multipart/form-data, or is cut off. */
    static Optional<FormData> parse(@Nullable String contentType, byte[] body) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Optional.empty();
        }
        Matcher matcher = BOUNDARY.matcher(contentType);
        return matcher.find() ? parts(group(matcher), body) : Optional.empty();
    }

    /** The content of a part, or null. */
    byte @Nullable [] part(String name) {
        return parts.get(name);
    }

    /** The content of a part as text without blanks around it; empty where there is no such part. */
    String text(String name) {
        byte @Nullable [] content = parts.get(name);
        return content == null ? "" : new String(content, UTF_8).strip();
    }

    private static Optional<FormData> parts(String boundary, byte[] body) {
        byte[] delimiter = ("--" + boundary).getBytes(ISO_8859_1);
        byte[] next = ("\r\n--" + boundary).getBytes(ISO_8859_1);
        Map<String, byte[]> parts = new HashMap<>();
        int at = indexOf(body, delimiter, 0);
        for (int count = 0; at >= 0 && count <= MOST_PARTS; count++) {
            int start = at + delimiter.length;
            if (startsWith(body, start, "--")) {
                return Optional.of(new FormData(parts));
            }
            int end = indexOf(body, next, start);
            if (end < 0) {
                return Optional.empty();
            }
            part(body, start, end, parts);
            at = end + 2;
        }
        return Optional.empty();
    }

    private static void part(byte[] body, int start, int end, Map<String, byte[]> parts) {
        int blank = indexOf(body, BLANK_LINE, start);
        if (blank < 0 || blank > end) {
            return;
        }
        for (String header : new String(body, start, blank - start, UTF_8).split("\r\n", -1)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                Matcher name = NAME.matcher(header);
                if (name.find()) {
                    int content = Math.min(blank + BLANK_LINE.length, end);
                    parts.putIfAbsent(group(name), Arrays.copyOfRange(body, content, end));
                }
            }
        }
    }

    private static String group(Matcher matcher) {
        @Nullable String quoted = matcher.group(1);
        return quoted != null ? quoted : String.valueOf(matcher.group(2));
    }

    private static boolean startsWith(byte[] body, int at, String text) {
        return at + text.length() <= body.length && new String(body, at, text.length(), ISO_8859_1).equals(text);
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (body[at] == wanted[0] && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}

package io.waymark.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Identifiers: a prefix that names the kind, an underscore and 26 characters of Crockford's base 32, for example {@code
 * bkg_01JD8W3V9Q6ZP4N2M7K5H1G0FT}.
 *
 * <p>New ones are ULIDs (github.com/ulid/spec) and sort by time. Derived ones are a SHA-256 of their parts in the same
 * form: whoever knows the parts knows the id, so a repeated message always meets the same entity.
 */
public final class Ids {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 26;
    private static final Pattern FORM = Pattern.compile("[a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private Ids() {}

    /** A ULID of this instant behind {@code prefix}, three lower-case letters. */
    public static String next(String prefix, Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | (random.nextLong() & 0xFFFF);
        return form(prefix, high, random.nextLong());
    }

    /** The id that these parts always have; no part may contain a line feed, which separates them. */
    public static String derived(String prefix, String... parts) {
        byte[] digest = sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return form(prefix, bytes.getLong(), bytes.getLong());
    }

    /** Whether the text is an id of this kind. */
    public static boolean valid(String prefix, String id) {
        return id.startsWith(prefix + "_") && FORM.matcher(id).matches();
    }

    public static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** A new SHA-256 (FIPS 180-4), for what comes in parts. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String form(String prefix, long high, long low) {
        StringBuilder text =
                new StringBuilder(prefix.length() + 1 + LENGTH).append(prefix).append('_');
        for (int bit = (LENGTH - 1) * 5; bit >= 0; bit -= 5) {
            text.append(ALPHABET[(int) (fiveBits(high, low, bit) & 31)]);
        }
        return text.toString();
    }

    private static long fiveBits(long high, long low, int bit) {
        if (bit >= 64) {
            return high >>> (bit - 64);
        }
        return bit == 0 ? low : (low >>> bit) | (high << (64 - bit));
    }
}

package io.waymark.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The 64 slices of the journal. A slice is the unit in which projections and the pipeline share work; an entity's events
 * are all in one slice. The column {@code slice} of the journal is the same function in SQL: neither may ever change.
 */
public final class Slices {

    public static final int COUNT = 64;

    private Slices() {}

    /** First byte of the MD5 of the persistence id, modulo 64; MD5 because SQL and Java agree on it for ever. */
    public static int of(String persistenceId) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(persistenceId.getBytes(StandardCharsets.UTF_8));
            return digest[0] & (COUNT - 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}

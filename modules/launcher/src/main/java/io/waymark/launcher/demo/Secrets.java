package io.waymark.launcher.demo;

import io.waymark.kernel.Ids;
import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes what nobody may guess. The source of randomness is a secure one everywhere but in tests. */
public final class Secrets {

    private static final int BYTES = 32;

    private final RandomGenerator random;
    private final InstantSource clock;

    public Secrets(RandomGenerator random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /** 256 random bits in standard base 64: the key that wraps the keys of all subjects. */
    public String masterKey() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /** A key of the API: {@code wmk_}, an id that sorts by time, {@code _} and 256 random bits. */
    public String apiKey() {
        return id("key").replaceFirst("^key_", "wmk_") + "_" + password();
    }

    public String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    public String id(String prefix) {
        return Ids.next(prefix, clock.instant(), random);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}

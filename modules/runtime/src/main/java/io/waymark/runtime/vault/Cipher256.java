package io.waymark.runtime.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.util.Arrays;
import java.util.concurrent.Callable;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in Galois/Counter Mode (NIST SP 800-38D): format version, nonce, ciphertext with tag.
 *
 * <p>The nonce is a keyed hash of what is sealed, as in RFC 8452's idea of misuse resistance: the same value under the same
 * key is the same box, so a command that a client repeats is the same command, and another value never meets the same nonce.
 */
final class Cipher256 {

    static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";

    /** Tells the key of the nonces from the key of the ciphertext. */
    private static final byte[] NONCE_KEY = "waymark nonce".getBytes(StandardCharsets.US_ASCII);

    private static final String CIPHER = "AES/GCM/NoPadding";

    /** Finding an algorithm among the platform's providers costs as much as running it, so that is done once. */
    private static final Provider PROVIDER =
            algorithm(() -> Cipher.getInstance(CIPHER)).getProvider();

    private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(() -> algorithm(() -> Mac.getInstance(MAC)));

    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;

    /**
     * A cipher under this key.
     *
     * @param key {@link #KEY_BYTES} bytes
     */
    Cipher256(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        this.nonceKey = new SecretKeySpec(mac(new SecretKeySpec(key, MAC), NONCE_KEY), MAC);
    }

    byte[] seal(byte[] plain, byte[] context) {
        byte[] nonce = Arrays.copyOf(mac(nonceKey, context, plain), NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, context);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens a box.
     *
     * @throws IllegalArgumentException if the box was altered, or belongs to another key or context
     */
    byte[] open(byte[] box, byte[] context) {
        ByteBuffer buffer = ByteBuffer.wrap(box);
        if (box.length <= 1 + NONCE_BYTES || buffer.get() != VERSION) {
            throw new IllegalArgumentException("not a sealed value");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return run(Cipher.DECRYPT_MODE, nonce, sealed, context);
    }

    /** The lengths keep one text from being read as another. */
    private static byte[] mac(SecretKeySpec key, byte[]... texts) {
        Mac mac = MACS.get();
        try {
            mac.init(key);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every key fits HmacSHA256", e);
        }
        for (byte[] text : texts) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            mac.update(text);
        }
        return mac.doFinal();
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, byte[] context) {
        try {
            // A fresh one each time: one that is used again refuses the nonce it had last, which for us is right.
            Cipher cipher = Cipher.getInstance(CIPHER, PROVIDER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the sealed value cannot be opened with this key", e);
        }
    }

    private static <T> T algorithm(Callable<T> platform) {
        try {
            return platform.call();
        } catch (Exception e) {
            throw new IllegalStateException("every Java platform has AES/GCM and HmacSHA256", e);
        }
    }
}

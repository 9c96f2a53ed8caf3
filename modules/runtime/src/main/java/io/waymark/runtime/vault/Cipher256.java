package io.waymark.runtime.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
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

    /** Tells the key of the nonces from the key of the ciphertext. */
    private static final byte[] NONCE_KEY = "waymark nonce".getBytes(StandardCharsets.US_ASCII);

    private Cipher256() {}

    static byte[] seal(byte[] key, byte[] plain, byte[] context) {
        byte[] nonce = nonce(key, plain, context);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, plain, context);
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
    static byte[] open(byte[] key, byte[] box, byte[] context) {
        ByteBuffer buffer = ByteBuffer.wrap(box);
        if (box.length <= 1 + NONCE_BYTES || buffer.get() != VERSION) {
            throw new IllegalArgumentException("not a sealed value");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return run(Cipher.DECRYPT_MODE, key, nonce, sealed, context);
    }

    private static byte[] nonce(byte[] key, byte[] plain, byte[] context) {
        byte[] digest = mac(mac(key, NONCE_KEY), context, plain);
        return Arrays.copyOf(digest, NONCE_BYTES);
    }

    /** The lengths keep one text from being read as another. */
    private static byte[] mac(byte[] key, byte[]... texts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] text : texts) {
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
                mac.update(text);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] input, byte[] context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the sealed value cannot be opened with this key", e);
        }
    }
}

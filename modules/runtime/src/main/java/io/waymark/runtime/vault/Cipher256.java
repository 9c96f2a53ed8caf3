package io.waymark.runtime.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a random nonce: format version, nonce, ciphertext with tag. */
final class Cipher256 {

    static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Cipher256() {}

    static byte[] seal(byte[] key, byte[] plain, byte[] context, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
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

package io.waymark.kernel;

/**
 * Personal data, encrypted at the edge under its subject's key and opaque to everyone behind it.
 *
 * <p>Destroying the subject's key erases the value wherever it was copied. The type parameter says what is inside; it is
 * opened by the vault only.
 *
 * @param subject whose data it is, {@code sub_…}
 * @param box base64url of format version, nonce, ciphertext and tag (AES-256-GCM, tenant and subject authenticated)
 */
@SuppressWarnings(
        "UnusedTypeParameter") // a phantom: it keeps a sealed guest from standing where a sealed remark is meant
public record Sealed<T>(String subject, String box) {

    @Override
    public String toString() {
        return "Sealed[" + subject + "]";
    }
}

package io.waymark.runtime.vault;

import io.waymark.kernel.Sealed;
import io.waymark.kernel.Tenant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Seals and opens personal data, each person's under a key of their own. */
public interface Vault {

    /**
     * Seals a value for a subject; the subject's first value makes its key.
     *
     * <p>Fails with {@link ErasedException} where the subject was erased: nothing new is kept about them under that id.
     *
     * @param subject {@code sub_…}
     */
    <T> CompletionStage<Sealed<T>> seal(Tenant tenant, String subject, T value);

    /** The value, or empty where the subject was erased. */
    <T> CompletionStage<Optional<T>> open(Tenant tenant, Sealed<T> sealed, Class<T> type);

    /**
     * Destroys the subject's key, and with it every value that was sealed under it, wherever it was copied.
     *
     * @return whether there was a key to destroy
     */
    CompletionStage<Boolean> erase(Tenant tenant, String subject);

    /** The subject's key was destroyed. */
    final class ErasedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ErasedException(String subject) {
            super(subject + " was erased");
        }
    }
}

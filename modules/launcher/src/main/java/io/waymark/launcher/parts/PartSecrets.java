package io.waymark.launcher.parts;

/**
 * What parts must know and nobody may read.
 *
 * @param masterKey wraps the keys of all subjects
 * @param sandboxPassword between the nodes and the channels to practise with
 */
public record PartSecrets(String masterKey, String sandboxPassword) {

    @Override
    public String toString() {
        return "PartSecrets[…]";
    }
}

package io.waymark.runtime.projection;

import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a write answers so that a later read can wait for it: an entity and its revision.
 *
 * <p>The text is opaque to clients. It holds no secret, and a token of another tenant is of no use: it is read with the
 * caller's own tenant.
 */
public record ConsistencyToken(String kind, String id, long revision) {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    public String text() {
        return TEXT.encodeToString((kind + "|" + id + "|" + revision).getBytes(StandardCharsets.UTF_8));
    }

    /** The token of this text; empty where it is none. */
    public static Optional<ConsistencyToken> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            return parts.length == 3 && parts[1].length() > 4 && Ids.valid(parts[1].substring(0, 3), parts[1])
                    ? Optional.of(new ConsistencyToken(parts[0], parts[1], Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String persistenceId(Tenant tenant) {
        return kind + "|" + tenant.entity(id);
    }
}

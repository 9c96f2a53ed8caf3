package io.waymark.channels.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.http.Scope;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may send to us for a channel, and how we send to it.
 *
 * @param name how messages and bookings refer to it, unique in the tenant
 * @param secretSha256 hex SHA-256 of the password
 * @param hotelCodes the hotels it may speak for; null for all of the tenant
 * @param outbound how it is told what it may sell; null where it only sends to us
 */
public record ChannelConnection(
        String username,
        Tenant tenant,
        String name,
        String secretSha256,
        Set<Scope> scopes,
        @Nullable List<String> hotelCodes,
        Instant createdAt,
        Protocol protocol,
        @Nullable Outbound outbound) {

    public ChannelConnection {
        scopes = Set.copyOf(scopes);
        hotelCodes = hotelCodes == null ? null : List.copyOf(hotelCodes);
    }

    /** Whether this is the password; how long the answer takes does not tell how much of it was right. */
    public boolean accepts(String password) {
        byte[] given = Ids.sha256(password.getBytes(UTF_8));
        return MessageDigest.isEqual(given, HexFormat.of().parseHex(secretSha256));
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean speaksFor(String hotelCode) {
        return hotelCodes == null || hotelCodes.contains(hotelCode);
    }

    @Override
    public String toString() {
        return "ChannelConnection[" + tenant + ", " + name + "]";
    }
}

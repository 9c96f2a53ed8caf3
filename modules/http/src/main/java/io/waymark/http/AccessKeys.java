package io.waymark.http;

import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The API keys, {@code wmk_<id>_<secret>}: looked up by their hash, remembered for a moment.
 *
 * <p>A revoked key works on for that moment at most. Wrong keys are remembered too, so guessing does not reach the database.
 */
public final class AccessKeys {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int REMEMBERED_AT_MOST = 10_000;
    private static final int LONGEST_KEY = 200;

    private record Known(Optional<Caller> caller, Instant until) {}

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public AccessKeys(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The caller that this key stands for; empty where it is unknown or has expired. */
    public CompletionStage<Optional<Caller>> caller(String key) {
        if (!key.startsWith("wmk_") || key.length() > LONGEST_KEY) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        byte[] digest = Ids.sha256(key.getBytes(StandardCharsets.UTF_8));
        String name = HexFormat.of().formatHex(digest);
        Instant now = clock.instant();
        @Nullable Known remembered = known.get(name);
        if (remembered != null && now.isBefore(remembered.until())) {
            return CompletableFuture.completedFuture(remembered.caller());
        }
        return lookUp(digest).thenApply(caller -> remember(name, caller, now));
    }

    private Optional<Caller> remember(String name, Optional<Caller> caller, Instant now) {
        if (known.size() >= REMEMBERED_AT_MOST) {
            known.clear();
        }
        known.put(name, new Known(caller, now.plus(REMEMBERED)));
        return caller;
    }

    private CompletionStage<Optional<Caller>> lookUp(byte[] digest) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select id, tenant, name, scopes from access_key
                     where secret_sha256 = ? and (expires_at is null or expires_at > clock_timestamp())""")) {
                select.setBytes(1, digest);
                try (ResultSet result = select.executeQuery()) {
                    return result.next()
                            ? Optional.of(new Caller(
                                    new Tenant(result.getString(2)),
                                    "key:" + result.getString(1),
                                    result.getString(3),
                                    scopes(result.getArray(4))))
                            : Optional.empty();
                }
            }
        });
    }

    /** The scopes in a column of texts; those that this release does not know allow nothing. */
    public static Set<Scope> scopes(Array texts) throws SQLException {
        return Arrays.stream((Object[]) texts.getArray())
                .map(text -> Scope.parse((String) text))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}

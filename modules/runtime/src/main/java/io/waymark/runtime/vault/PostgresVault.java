package io.waymark.runtime.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waymark.events.EventJson;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Sealed;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.GroupCommit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Subject keys in the operational database, wrapped by a master key that never enters it.
 *
 * <p>To open, the key is read anew: an erased person is erased on every node at once. To seal, it is remembered for a
 * moment: what another node still seals under a key that was destroyed meanwhile, nobody can ever open.
 */
public final class PostgresVault implements Vault, AutoCloseable {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int WAITING = 10_000;
    private static final int REMEMBERED = 50_000;
    private static final Duration MOMENT = Duration.ofMinutes(10);

    private final Database database;
    private final Cipher256 masterCipher;
    private final String masterKeyName;
    private final SecureRandom random;
    private final GroupCommit<NewKey> newKeys;
    private final Cache<Person, Cipher256> sealing = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MOMENT)
            .build();

    private record Person(Tenant tenant, String subject) {}

    /** A key that is to be stored unless the subject already has one; {@code wrapped} then becomes the stored one. */
    private static final class NewKey {
        final Tenant tenant;
        final String subject;
        byte @Nullable [] wrapped;

        NewKey(Tenant tenant, String subject, byte[] wrapped) {
            this.tenant = tenant;
            this.subject = subject;
            this.wrapped = wrapped;
        }
    }

    /**
     * Opens the vault.
     *
     * @param masterKey 32 bytes
     */
    public PostgresVault(Database database, byte[] masterKey, SecureRandom random) {
        if (masterKey.length != Cipher256.KEY_BYTES) {
            throw new IllegalArgumentException("the master key has " + masterKey.length + " bytes instead of 32");
        }
        this.database = database;
        this.masterCipher = new Cipher256(masterKey);
        this.masterKeyName = HexFormat.of().formatHex(Ids.sha256(masterKey), 0, 8);
        this.random = random;
        this.newKeys = new GroupCommit<>("subject-keys", 1, WAITING, Runnable::run, this::store);
    }

    @Override
    public <T> CompletionStage<Sealed<T>> seal(Tenant tenant, String subject, T value) {
        byte[] plain = json(value);
        Person person = new Person(tenant, subject);
        @Nullable Cipher256 remembered = sealing.getIfPresent(person);
        return (remembered == null ? key(person) : CompletableFuture.completedFuture(remembered))
                .thenApply(cipher ->
                        new Sealed<>(subject, TEXT.encodeToString(cipher.seal(plain, context(tenant, subject)))));
    }

    /** The person's key, made and stored where there is none yet. */
    private CompletionStage<Cipher256> key(Person person) {
        byte[] fresh = new byte[Cipher256.KEY_BYTES];
        random.nextBytes(fresh);
        byte[] context = context(person.tenant(), person.subject());
        byte[] wrapped = masterCipher.seal(fresh, context);
        return newKeys.write(person.subject(), new NewKey(person.tenant(), person.subject(), wrapped))
                .thenApply(stored -> {
                    byte @Nullable [] kept = stored.wrapped;
                    if (kept == null) {
                        throw new ErasedException(person.subject());
                    }
                    Cipher256 cipher = new Cipher256(masterCipher.open(kept, context));
                    sealing.put(person, cipher);
                    return cipher;
                });
    }

    @Override
    public <T> CompletionStage<Optional<T>> open(Tenant tenant, Sealed<T> sealed, Class<T> type) {
        byte[] context = context(tenant, sealed.subject());
        return database.async(connection -> wrappedKey(connection, tenant, sealed.subject()))
                .thenApply(wrapped -> wrapped.map(key -> {
                    byte[] box = Base64.getUrlDecoder().decode(sealed.box());
                    return value(new Cipher256(masterCipher.open(key, context)).open(box, context), type);
                }));
    }

    @Override
    public CompletionStage<Boolean> erase(Tenant tenant, String subject) {
        sealing.invalidate(new Person(tenant, subject));
        return database.async(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update subject_key set wrapped_key = null, destroyed_at = clock_timestamp()
                     where tenant = ? and subject = ? and destroyed_at is null""")) {
                update.setString(1, tenant.id());
                update.setString(2, subject);
                return update.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void close() {
        newKeys.close();
    }

    private void store(List<NewKey> keys) throws SQLException {
        database.autocommit(connection -> {
            if (insert(connection, keys) < keys.size()) {
                readStored(connection, keys);
            }
            return keys.size();
        });
    }

    private int insert(Connection connection, List<NewKey> keys) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into subject_key (tenant, subject, wrapped_key, master_key)
                select t, s, k, ? from unnest(?::text[], ?::text[], ?::bytea[]) as n (t, s, k)
                order by t, s
                on conflict do nothing""")) {
            insert.setString(1, masterKeyName);
            insert.setArray(2, tenants(connection, keys));
            insert.setArray(3, subjects(connection, keys));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", keys.stream().map(key -> key.wrapped).toArray(byte[][]::new)));
            return insert.executeUpdate();
        }
    }

    /** Some subjects had a key before, or have none any more because they were erased. */
    private static void readStored(Connection connection, List<NewKey> keys) throws SQLException {
        keys.forEach(key -> key.wrapped = null);
        try (PreparedStatement select = connection.prepareStatement("""
                select wanted.n, stored.wrapped_key
                  from unnest(?::text[], ?::text[]) with ordinality as wanted (tenant, subject, n)
                  join subject_key stored on stored.tenant = wanted.tenant and stored.subject = wanted.subject""")) {
            select.setArray(1, tenants(connection, keys));
            select.setArray(2, subjects(connection, keys));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    keys.get(result.getInt(1) - 1).wrapped = result.getBytes(2);
                }
            }
        }
    }

    private static Array tenants(Connection connection, List<NewKey> keys) throws SQLException {
        return connection.createArrayOf(
                "text", keys.stream().map(key -> key.tenant.id()).toArray());
    }

    private static Array subjects(Connection connection, List<NewKey> keys) throws SQLException {
        return connection.createArrayOf(
                "text", keys.stream().map(key -> key.subject).toArray());
    }

    private static Optional<byte[]> wrappedKey(Connection connection, Tenant tenant, String subject)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select wrapped_key from subject_key where tenant = ? and subject = ?")) {
            select.setString(1, tenant.id());
            select.setString(2, subject);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.ofNullable(result.getBytes(1)) : Optional.empty();
            }
        }
    }

    private static byte[] context(Tenant tenant, String subject) {
        return (tenant.id() + "\n" + subject).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Object value) {
        try {
            return EventJson.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T value(byte[] json, Class<T> type) {
        try {
            return EventJson.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

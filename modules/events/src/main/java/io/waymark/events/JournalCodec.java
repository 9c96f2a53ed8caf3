package io.waymark.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.kernel.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Journal rows to events and back: {@code {"data":…,"meta":…}} in UTF-8.
 *
 * <p>An event of an older version is lifted by its upcaster on the JSON tree before it is read, so the rest of the
 * program knows the newest version only.
 */
public final class JournalCodec {

    /** How the JSON of one event version becomes the next. */
    record Upcast(String to, UnaryOperator<ObjectNode> data) {}

    /** Every version that has ever been journalled and is no longer written. None yet: all events are at v1. */
    private static final Map<String, Upcast> UPCASTS = Map.of();

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NO_HASH = "\"hash\":\"\"".getBytes(StandardCharsets.US_ASCII);

    private final EventCatalog catalog;
    private final Map<String, Upcast> upcasts;

    public JournalCodec() {
        this(EventCatalog.all(), UPCASTS);
    }

    JournalCodec(EventCatalog catalog, Map<String, Upcast> upcasts) {
        this.catalog = catalog;
        this.upcasts = upcasts;
    }

    /** An event as it stands in the journal: the stable name, the bytes, and the hash that the next event refers to. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes go to the journal as they are; nobody compares these records
    public record Encoded(String name, byte[] payload, String hash) {}

    /**
     * Writes the event and closes its link of the hash chain.
     *
     * @param meta with {@code previousHash} set; its own {@code hash} is ignored and computed here
     */
    public Encoded encode(Meta meta, Event data) {
        try {
            byte[] open = row(
                    EventJson.MAPPER.writeValueAsBytes(data), EventJson.MAPPER.writeValueAsBytes(meta.withHash("")));
            String hash = hash(meta.previousHash(), open);
            return new Encoded(catalog.name(data), closed(open, hash), hash);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a journal row.
     *
     * @return empty where the name belongs to a later release
     * @throws UncheckedIOException if the bytes are not what the name promises
     */
    public Optional<Envelope<Event>> decode(String name, byte[] payload) {
        try {
            return upcasts.containsKey(name) ? lifted(name, payload) : current(name, payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Almost every row: read straight into records, without a tree in between. */
    private Optional<Envelope<Event>> current(String name, byte[] payload) throws IOException {
        Optional<Class<? extends Event>> type = catalog.type(name);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        @Nullable Event data = null;
        @Nullable Meta meta = null;
        try (JsonParser row = EventJson.MAPPER.createParser(payload)) {
            row.nextToken();
            for (String part = row.nextFieldName(); part != null; part = row.nextFieldName()) {
                row.nextToken();
                switch (part) {
                    case "data" -> data = EventJson.MAPPER.readValue(row, type.get());
                    case "meta" -> meta = EventJson.MAPPER.readValue(row, Meta.class);
                    default -> row.skipChildren();
                }
            }
        }
        if (data == null || meta == null) {
            throw new IOException("data or meta is missing");
        }
        return Optional.of(new Envelope<>(meta, data));
    }

    private Optional<Envelope<Event>> lifted(String name, byte[] payload) throws IOException {
        ObjectNode row = (ObjectNode) EventJson.MAPPER.readTree(payload);
        ObjectNode data = (ObjectNode) row.get("data");
        String current = name;
        for (@Nullable Upcast step = upcasts.get(current); step != null; step = upcasts.get(current)) {
            data = step.data().apply(data);
            current = step.to();
        }
        Optional<Class<? extends Event>> type = catalog.type(current);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Event event = EventJson.MAPPER.treeToValue(data, type.get());
        return Optional.of(new Envelope<>(EventJson.MAPPER.treeToValue(row.get("meta"), Meta.class), event));
    }

    /** The hash that a row must carry, computed afresh from its bytes: any edit of the row changes it. */
    public static String expectedHash(byte[] payload) {
        try {
            ObjectNode row = (ObjectNode) EventJson.MAPPER.readTree(payload);
            ObjectNode meta = (ObjectNode) row.get("meta");
            String previousHash = meta.path("previousHash").asText();
            meta.put("hash", "");
            return hash(previousHash, EventJson.MAPPER.writeValueAsBytes((JsonNode) row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row with its hash: meta is its last part, and of its texts none can hold a bare quotation mark. */
    private static byte[] closed(byte[] open, String hash) {
        int at = open.length - NO_HASH.length;
        while (!Arrays.equals(open, at, at + NO_HASH.length, NO_HASH, 0, NO_HASH.length)) {
            at--;
        }
        int value = at + NO_HASH.length - 1;
        byte[] closed = new byte[open.length + hash.length()];
        System.arraycopy(open, 0, closed, 0, value);
        System.arraycopy(hash.getBytes(StandardCharsets.US_ASCII), 0, closed, value, hash.length());
        System.arraycopy(open, value, closed, value + hash.length(), open.length - value);
        return closed;
    }

    private static byte[] row(byte[] data, byte[] meta) {
        ByteArrayOutputStream row = new ByteArrayOutputStream(data.length + meta.length + 17);
        row.writeBytes("{\"data\":".getBytes(StandardCharsets.US_ASCII));
        row.writeBytes(data);
        row.writeBytes(",\"meta\":".getBytes(StandardCharsets.US_ASCII));
        row.writeBytes(meta);
        row.write('}');
        return row.toByteArray();
    }

    private static String hash(String previousHash, byte[] canonical) {
        MessageDigest digest = Ids.sha256();
        digest.update((previousHash + "\n").getBytes(StandardCharsets.US_ASCII));
        digest.update(canonical);
        return HEX.formatHex(digest.digest());
    }
}

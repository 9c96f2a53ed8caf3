package io.waymark.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.kernel.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
            byte[] dataJson = EventJson.MAPPER.writeValueAsBytes(data);
            String hash = hash(meta.previousHash(), row(dataJson, metaJson(meta.withHash(""))));
            return new Encoded(catalog.name(data), row(dataJson, metaJson(meta.withHash(hash))), hash);
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static byte[] metaJson(Meta meta) throws JsonProcessingException {
        return EventJson.MAPPER.writeValueAsBytes(meta);
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
        byte[] previous = (previousHash + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] link = new byte[previous.length + canonical.length];
        System.arraycopy(previous, 0, link, 0, previous.length);
        System.arraycopy(canonical, 0, link, previous.length, canonical.length);
        return HEX.formatHex(Ids.sha256(link));
    }
}

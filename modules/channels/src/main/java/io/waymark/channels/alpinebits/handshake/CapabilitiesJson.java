package io.waymark.channels.alpinebits.handshake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Capabilities as the JSON inside the handshake's EchoData. */
public final class CapabilitiesJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CapabilitiesJson() {}

    /** Reads capabilities; empty where the text is not what the standard describes. */
    public static Optional<Capabilities> read(String json) {
        @Nullable JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        JsonNode list = root == null ? MAPPER.missingNode() : root.path("versions");
        if (!list.isArray()) {
            return Optional.empty();
        }
        SequencedMap<String, SequencedMap<String, SequencedSet<String>>> versions = new LinkedHashMap<>();
        for (JsonNode version : list) {
            if (!version.path("version").isTextual()) {
                return Optional.empty();
            }
            versions.put(version.path("version").asText(), actions(version.path("actions")));
        }
        return Optional.of(new Capabilities(versions));
    }

    public static String write(Capabilities capabilities) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode versions = root.putArray("versions");
        capabilities.versions().forEach((version, actions) -> {
            ObjectNode entry = versions.addObject().put("version", version);
            ArrayNode list = entry.putArray("actions");
            actions.forEach((action, supports) -> {
                ObjectNode item = list.addObject().put("action", action);
                if (!supports.isEmpty()) {
                    ArrayNode parts = item.putArray("supports");
                    supports.forEach(parts::add);
                }
            });
        });
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SequencedMap<String, SequencedSet<String>> actions(JsonNode list) {
        SequencedMap<String, SequencedSet<String>> actions = new LinkedHashMap<>();
        for (JsonNode action : list) {
            SequencedSet<String> supports = new LinkedHashSet<>();
            action.path("supports").forEach(part -> supports.add(part.asText()));
            actions.put(action.path("action").asText(), supports);
        }
        return actions;
    }
}

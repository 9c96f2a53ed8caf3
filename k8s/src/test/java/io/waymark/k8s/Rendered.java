package io.waymark.k8s;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** An overlay as {@code kubectl kustomize} renders it. */
final class Rendered {

    static final List<String> OVERLAYS = List.of("single", "staging", "production", "drill");

    private static final int LIMIT_SECONDS = 60;
    private static final Map<String, List<ObjectNode>> KNOWN = new ConcurrentHashMap<>();
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Rendered() {}

    /** Its objects; a new copy for everyone who asks. */
    static List<ObjectNode> objects(String overlay) {
        return KNOWN.computeIfAbsent(overlay, name -> parse(kustomize(name))).stream()
                .map(ObjectNode::deepCopy)
                .toList();
    }

    /** The objects of all overlays. */
    static Stream<ObjectNode> all() {
        return OVERLAYS.stream().flatMap(overlay -> objects(overlay).stream());
    }

    static List<ObjectNode> parse(String yaml) {
        try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
            List<ObjectNode> objects = new ArrayList<>();
            documents.forEachRemaining(objects::add);
            return List.copyOf(objects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kustomize(String overlay) {
        try {
            Process process = new ProcessBuilder(
                            System.getenv().getOrDefault("WAYMARK_KUBECTL", "kubectl"),
                            "kustomize",
                            "overlays/" + overlay)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("kubectl kustomize " + overlay + ": " + errors);
            }
            return output;
        } catch (IOException e) {
            throw new TestAbortedException("kubectl 1.27 or newer is missing: install it or set WAYMARK_KUBECTL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for kubectl", e);
        }
    }
}

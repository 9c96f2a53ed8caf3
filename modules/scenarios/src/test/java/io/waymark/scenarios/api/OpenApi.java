package io.waymark.scenarios.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * docs/openapi.yaml: its operations, and a judgement of JSON by its schemas.
 *
 * <p>Stricter than a client may be: a field that the document does not name is an error here, because then the document is
 * not the truth.
 */
public final class OpenApi {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "openapi.yaml");
    private static final String ADDRESS = "https://waymark.invalid/openapi";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final List<Operation> operations;
    private final JsonSchemaFactory schemas;
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /**
     * One method of one path.
     *
     * @param pointer JSON pointer of the operation in the document
     * @param literal how many segments of the path are no parameters; of two that match, the one with more is meant
     */
    public record Operation(String method, String path, Pattern form, String pointer, String scope, long literal) {}

    private OpenApi(JsonNode document) {
        this.document = document;
        this.operations = operations(document);
        String text = document.toString();
        this.schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, text))));
    }

    /** The project's own document. */
    public static OpenApi read() {
        try {
            JsonNode document = new YAMLMapper().readTree(Files.readString(DOCUMENT));
            close(document, inAllOf(document));
            return new OpenApi(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation that a request means; empty where the document knows none. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method)
                        && operation.form().matcher(path).matches())
                .max(Comparator.comparingLong(Operation::literal));
    }

    /** The response that the document has for this status, or for all others; empty where it has none. */
    Optional<String> response(Operation operation, int status) {
        String responses = operation.pointer() + "/responses/";
        return Stream.of(Integer.toString(status), "default")
                .map(name -> resolved(responses + name))
                .filter(pointer -> !document.at(pointer).isMissingNode())
                .findFirst();
    }

    /** The place of the request's body; empty where none is documented. */
    Optional<String> requestBody(Operation operation) {
        String body = resolved(operation.pointer() + "/requestBody");
        return document.at(body).isMissingNode() ? Optional.empty() : Optional.of(body);
    }

    JsonNode at(String pointer) {
        return document.at(resolved(pointer));
    }

    /** What is wrong with this JSON according to the schema at this place; empty where nothing is. */
    List<String> judge(String schemaPointer, JsonNode json) {
        return compiled
                .computeIfAbsent(
                        schemaPointer, pointer -> schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer), config))
                .validate(json)
                .stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Follows {@code $ref}s of this document. */
    private String resolved(String pointer) {
        @Nullable JsonNode reference = document.at(pointer).get("$ref");
        return reference == null ? pointer : resolved(reference.asText().substring(1));
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> found = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        found.add(operation(path.getKey(), method.getKey(), method.getValue()));
                    }
                }));
        return List.copyOf(found);
    }

    private static Operation operation(String path, String method, JsonNode content) {
        String form = Pattern.compile("\\{[^}]+}")
                .splitAsStream(path + "$")
                .map(Pattern::quote)
                .reduce((before, after) -> before + "[^/]+" + after)
                .orElseThrow()
                .replace("$\\E", "\\E$");
        long literal =
                Stream.of(path.split("/")).filter(part -> !part.contains("{")).count();
        return new Operation(
                method,
                path,
                Pattern.compile(form),
                "/paths/" + escaped(path) + "/" + method,
                content.path("x-scope").asText(),
                literal);
    }

    /** Makes every object schema that does not say otherwise refuse fields that it does not name. */
    private static void close(JsonNode node, Set<JsonNode> open) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && !object.has("unevaluatedProperties")
                && !open.contains(object)) {
            object.put("unevaluatedProperties", false);
        }
        node.forEach(child -> close(child, open));
    }

    /** The schemas that others are composed of: what they do not name, the whole may. */
    private static Set<JsonNode> inAllOf(JsonNode document) {
        Set<JsonNode> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        document.findValues("allOf")
                .forEach(all -> all.forEach(part -> {
                    @Nullable JsonNode reference = part.get("$ref");
                    parts.add(
                            reference == null
                                    ? part
                                    : document.at(reference.asText().substring(1)));
                }));
        return parts;
    }
}

package io.waymark.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema of a custom resource, made strict: what it does not name is refused, where a cluster would only drop it.
 *
 * <p>A part of it that is a pod or a claim says so with {@code x-waymark-model}, the class of the Kubernetes model that judges it.
 */
final class StrictSchema {

    private static final String MODEL = "x-waymark-model";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode schema;
    private final JsonSchema compiled;

    /** A schema as it stands in a resource's definition, under {@code openAPIV3Schema}. */
    StrictSchema(JsonNode openApiSchema) {
        ObjectNode strict = openApiSchema.deepCopy();
        if (strict.path("properties") instanceof ObjectNode properties) {
            properties.putObject("apiVersion").put("type", "string");
            properties.putObject("kind").put("type", "string");
            properties.putObject("metadata").put(MODEL, "io.fabric8.kubernetes.api.model.ObjectMeta");
        }
        close(strict);
        this.schema = strict;
        this.compiled = FACTORY.getSchema(strict);
    }

    List<String> violations(JsonNode object) {
        List<String> violations = new ArrayList<>();
        compiled.validate(object).forEach(message -> violations.add(message.getMessage()));
        models(object, schema, "$", violations);
        return violations;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean open = object.path("x-kubernetes-preserve-unknown-fields").asBoolean() || object.has(MODEL);
            if (object.path("properties").isObject() && !object.has("additionalProperties") && !open) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-int-or-string").asBoolean()) {
                object.removeAll();
                object.putArray("type").add("integer").add("string");
            }
        }
        node.forEach(StrictSchema::close);
    }

    private static void models(JsonNode value, JsonNode schema, String place, List<String> violations) {
        if (schema.has(MODEL)) {
            violations.addAll(
                    StrictModel.violations(value, model(schema.path(MODEL).asText()), place));
            return;
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> models(
                            field.getValue(),
                            schema.path("properties").path(field.getKey()),
                            place + "." + field.getKey(),
                            violations));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            models(value.get(i), schema.path("items"), place + "[" + i + "]", violations);
        }
    }

    private static Class<?> model(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the Kubernetes model has no " + name, e);
        }
    }
}

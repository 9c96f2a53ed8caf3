package io.waymark.scenarios.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waymark.scenarios.api.OpenApi.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds exchanges against the document: operation, status, media type, headers and body. */
public final class ApiContract {

    private static final JsonMapper JSON = new JsonMapper();

    private final OpenApi api;

    public ApiContract(OpenApi api) {
        this.api = api;
    }

    /** A request and its answer. */
    @SuppressWarnings("ArrayRecordComponent") // bodies as they went over the wire; nobody compares these records
    public record Exchange(
            String method, String path, byte[] request, int status, HttpHeaders headers, byte[] response) {

        /** The answer's body as JSON. */
        public JsonNode json() {
            return tree(response).orElseThrow(() -> new AssertionError("not JSON: " + text()));
        }

        public String text() {
            return new String(response, StandardCharsets.UTF_8);
        }

        /** This exchange, where it ended well. */
        public Exchange succeeded() {
            if (status >= 300) {
                throw new AssertionError(method + " " + path + " answered " + status + ": " + text());
            }
            return this;
        }
    }

    /** What the exchange has in it that the document does not; empty where it is as documented. */
    public List<String> violations(Exchange exchange) {
        Optional<Operation> operation = api.operation(exchange.method(), exchange.path());
        if (operation.isEmpty()) {
            return exchange.status() == 404 || exchange.status() == 405
                    ? List.of()
                    : List.of("the document knows no such operation");
        }
        Optional<String> response = api.response(operation.get(), exchange.status());
        if (response.isEmpty()) {
            return List.of("the document knows no such status");
        }
        List<String> violations = new ArrayList<>(headers(response.get(), exchange));
        violations.addAll(body(response.get(), exchange));
        if (exchange.status() < 300) {
            violations.addAll(request(operation.get(), exchange));
        }
        return List.copyOf(violations);
    }

    /** What a documented answer carries in its headers must be there; on problems it may. */
    private List<String> headers(String response, Exchange exchange) {
        List<String> missing = new ArrayList<>();
        if (exchange.status() < 300) {
            api.at(response + "/headers").fieldNames().forEachRemaining(name -> {
                if (exchange.headers().firstValue(name).isEmpty()) {
                    missing.add("the header " + name + " is missing");
                }
            });
        }
        return missing;
    }

    private List<String> body(String response, Exchange exchange) {
        JsonNode content = api.at(response + "/content");
        if (content.isMissingNode()) {
            return exchange.response().length == 0 ? List.of() : List.of("there should be no body");
        }
        String type = mediaType(exchange.headers());
        if (!content.has(type)) {
            return List.of("the media type is " + type + ", not of " + names(content));
        }
        return judged(response + "/content/" + OpenApi.escaped(type) + "/schema", type, exchange.response());
    }

    /** A request that was accepted must be one that the document allows. */
    private List<String> request(Operation operation, Exchange exchange) {
        Optional<String> body = api.requestBody(operation);
        String type = "application/json";
        if (body.isEmpty() || !api.at(body.get() + "/content").has(type)) {
            return List.of();
        }
        return judged(body.get() + "/content/" + OpenApi.escaped(type) + "/schema", type, exchange.request()).stream()
                .map(violation -> "accepted, though in the request " + violation)
                .toList();
    }

    private List<String> judged(String schema, String type, byte[] body) {
        if (!type.endsWith("json")) {
            return List.of();
        }
        return tree(body).map(json -> api.judge(schema, json)).orElseGet(() -> List.of("the body is not JSON"));
    }

    private static Optional<JsonNode> tree(byte[] body) {
        try {
            @Nullable JsonNode json = JSON.readTree(body);
            return Optional.ofNullable(json);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mediaType(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

package io.waymark.sandbox.door;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as it arrived, with its body in full. */
@SuppressWarnings("ArrayRecordComponent") // the body is read once and never compared
record Knock(String method, String path, String query, Map<String, String> headers, byte[] body) {

    private static final int LARGEST_BODY = 1 << 20;

    static Knock of(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        @Nullable String query = exchange.getRequestURI().getRawQuery();
        try {
            return new Knock(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query == null ? "" : query,
                    headers,
                    exchange.getRequestBody().readNBytes(LARGEST_BODY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}

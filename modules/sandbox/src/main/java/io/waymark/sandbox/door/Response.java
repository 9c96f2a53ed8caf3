package io.waymark.sandbox.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * What is answered.
 *
 * @param detail for the message log
 */
@SuppressWarnings("ArrayRecordComponent") // the body is written once and never compared
record Response(int status, Map<String, String> headers, byte[] body, String detail) {

    static final String JSON = "application/json";

    static Response json(int status, String body, String detail) {
        return new Response(status, Map.of("Content-Type", JSON), body.getBytes(UTF_8), detail);
    }

    static Response text(int status, Map<String, String> headers, String body) {
        return new Response(status, headers, body.getBytes(UTF_8), body);
    }
}

package io.waymark.channels.alpinebits.http;

import org.jspecify.annotations.Nullable;

/**
 * A POST to the endpoint as it arrived: the headers that AlpineBits knows, and the body within the size limit.
 *
 * @param protocolVersion X-AlpineBits-ClientProtocolVersion
 */
@SuppressWarnings("ArrayRecordComponent") // the body is read once and never compared
public record Call(
        @Nullable String contentType,
        @Nullable String contentEncoding,
        @Nullable String acceptEncoding,
        @Nullable String protocolVersion,
        byte[] body) {}

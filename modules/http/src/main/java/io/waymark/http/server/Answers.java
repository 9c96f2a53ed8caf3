package io.waymark.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCode;

/** Answers of routes as what goes over the wire. */
final class Answers {

    /** The date as every answer of one second has it. */
    private record Second(long epochSecond, String text) {}

    private static volatile Second latest = second(0);

    private Answers() {}

    /** An answer whose bytes are all there. */
    static FullHttpResponse whole(HttpResponse response, HttpEntity.Strict entity, boolean keep, Instant now) {
        ByteBuf bytes = Unpooled.wrappedBuffer(entity.getData().toArrayUnsafe());
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status(response.status()), bytes);
        HttpHeaders headers = headers(answer.headers(), response, keep, now);
        if (bodyAllowed(response.status())) {
            headers.setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.readableBytes());
        }
        return answer;
    }

    /** The beginning of an answer whose bytes come later. */
    static DefaultHttpResponse head(HttpResponse response, boolean chunked, boolean keep, Instant now) {
        DefaultHttpResponse answer = new DefaultHttpResponse(HttpVersion.HTTP_1_1, status(response.status()));
        HttpHeaders headers = headers(answer.headers(), response, keep, now);
        var length = response.entity().getContentLengthOption();
        if (length.isPresent()) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, length.getAsLong());
        } else if (chunked) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        return answer;
    }

    private static HttpHeaders headers(HttpHeaders headers, HttpResponse response, boolean keep, Instant now) {
        headers.set(HttpHeaderNames.DATE, date(now));
        for (HttpHeader header : response.getHeaders()) {
            headers.add(header.name(), header.value());
        }
        if (bodyAllowed(response.status()) && !response.entity().isKnownEmpty()) {
            headers.set(
                    HttpHeaderNames.CONTENT_TYPE,
                    response.entity().getContentType().toString());
        }
        if (!keep) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return headers;
    }

    /** RFC 9110, section 6.4.1. */
    private static boolean bodyAllowed(StatusCode status) {
        return status.intValue() >= 200 && status.intValue() != 204 && status.intValue() != 304;
    }

    private static HttpResponseStatus status(StatusCode status) {
        return HttpResponseStatus.valueOf(status.intValue());
    }

    private static String date(Instant now) {
        long second = now.getEpochSecond();
        Second known = latest;
        if (known.epochSecond() != second) {
            known = second(second);
            latest = known;
        }
        return known.text();
    }

    private static Second second(long epochSecond) {
        return new Second(
                epochSecond,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.UTC)));
    }
}

package io.waymark.http.server;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.AttributeKey;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.Uri;
import org.apache.pekko.http.scaladsl.model.IllegalUriException;
import org.jspecify.annotations.Nullable;

/** One HTTP request, whole: its body has come to its end, and was kept unless it was larger than the server keeps. */
public final class Request {

    private static final AttributeKey<Request> KEY = AttributeKey.create("request", Request.class);
    private static final List<String> OF_THE_ENTITY = List.of("content-type", "content-length", "transfer-encoding");

    private final String method;
    private final String target;
    private final HttpHeaders headers;
    private final byte @Nullable [] body;
    private final @Nullable String traceparent;

    Request(String method, String target, HttpHeaders headers, byte @Nullable [] body, @Nullable String traceparent) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.traceparent = traceparent;
    }

    /** The request that a route was asked with. */
    public static Request of(HttpRequest routed) {
        return routed.getAttribute(KEY)
                .orElseThrow(() -> new IllegalStateException("a route was asked around the server"));
    }

    /** The same request as part of a trace (W3C Trace Context). */
    public Request tracedBy(@Nullable String parent) {
        return new Request(method, target, headers, body, parent);
    }

    public String method() {
        return method;
    }

    /** The path as it was sent, without the query and still escaped. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /**
     * What stands between the slashes of the path, first what stands before the first, unescaped.
     *
     * @throws IllegalUriException where the target is none
     */
    public List<String> segments() {
        String path = path();
        if (path.indexOf('%') < 0 && path.startsWith("/")) {
            return Arrays.asList(path.split("/", -1));
        }
        List<String> segments = new ArrayList<>();
        segments.add("");
        uri().pathSegments().forEach(segments::add);
        return segments;
    }

    /**
     * The target of the request.
     *
     * @throws IllegalUriException where it is none
     */
    public Uri uri() {
        return Uri.create(target);
    }

    /** The value of a header, the first where there are several. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The content type as it was sent; empty text where none was. */
    public String contentType() {
        return header("Content-Type").orElse("");
    }

    /** Whether the body says that it is of this media type, with whatever parameters. */
    public boolean isOf(String mediaType) {
        String type = contentType();
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().equalsIgnoreCase(mediaType);
    }

    /** The bytes of the body, not to be changed; empty where they are more than this, or than the server keeps. */
    public Optional<byte[]> body(int largest) {
        return Optional.ofNullable(body).filter(bytes -> bytes.length <= largest);
    }

    /** The trace that the request is part of; none where it is not traced. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /**
     * The request as routes see it, which find this one again by {@link #of}.
     *
     * @throws IllegalUriException where the target is none
     */
    public HttpRequest routed() {
        HttpRequest request = HttpRequest.create()
                .withUri(uri())
                .withMethod(HttpMethods.lookup(method)
                        .orElseGet(() -> HttpMethods.custom(
                                method,
                                false,
                                false,
                                org.apache.pekko.http.javadsl.model.RequestEntityAcceptances.Tolerated)))
                .addAttribute(KEY, this);
        for (Map.Entry<String, String> header : headers) {
            if (!OF_THE_ENTITY.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                request = request.addHeader(HttpHeader.parse(header.getKey(), header.getValue()));
            }
        }
        return body == null || body.length == 0
                ? request
                : request.withEntity(HttpEntities.create(parsedContentType(), body));
    }

    private ContentType parsedContentType() {
        try {
            return ContentTypes.parse(contentType());
        } catch (NoSuchElementException unreadable) {
            return ContentTypes.APPLICATION_OCTET_STREAM;
        }
    }
}

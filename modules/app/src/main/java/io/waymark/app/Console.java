package io.waymark.app;

import java.net.URL;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/**
 * The web front end out of its jar: assets by name, and the one page for every address that is the application's own.
 *
 * <p>Assets carry a hash in their name and may be kept for ever; the page may not, or an old one would ask for assets that
 * are gone.
 */
final class Console extends AllDirectives {

    private static final String PAGE = "web/index.html";

    Route routes() {
        return get(() -> encodeResponse(() -> respondWithHeaders(
                java.util.List.of(
                        RawHeader.create("X-Content-Type-Options", "nosniff"),
                        RawHeader.create("Referrer-Policy", "no-referrer"),
                        RawHeader.create("X-Frame-Options", "DENY"),
                        RawHeader.create(
                                "Content-Security-Policy",
                                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'")),
                () -> concat(
                        pathPrefix("assets", () -> withCaching("public, max-age=31536000, immutable", "web/assets")),
                        extractUnmatchedPath(path -> {
                            String file = "web" + path;
                            return path.length() > 1 && !path.contains("..") && isFile(file)
                                    ? respondWithHeader(
                                            RawHeader.create("Cache-Control", "no-cache"), () -> getFromResource(file))
                                    : page(path);
                        })))));
    }

    private Route withCaching(String policy, String folder) {
        return mapResponse(
                response -> response.status().isSuccess() ? cached(response, policy) : response,
                () -> getFromResourceDirectory(folder));
    }

    private static HttpResponse cached(HttpResponse response, String policy) {
        return response.addHeader(RawHeader.create("Cache-Control", policy));
    }

    private Route page(String path) {
        if (path.startsWith("/v1") || path.startsWith("/alpinebits") || path.startsWith("/health")) {
            return reject();
        }
        return respondWithHeader(RawHeader.create("Cache-Control", "no-cache"), () -> getFromResource(PAGE));
    }

    private static boolean isFile(String name) {
        @Nullable URL resource = Console.class.getClassLoader().getResource(name);
        return resource != null && !name.endsWith("/") && name.lastIndexOf('.') > name.lastIndexOf('/');
    }
}

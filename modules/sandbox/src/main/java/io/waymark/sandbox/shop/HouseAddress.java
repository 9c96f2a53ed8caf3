package io.waymark.sandbox.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;

/** Where the house is, and the password of the channels there. */
public record HouseAddress(URI url, String password) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A request of a channel, with its name and password. */
    HttpRequest.Builder request(String path, String channel) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((channel + ":" + password).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return url.toString();
    }
}

package io.waymark.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.waymark.sandbox.shop.HouseAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel that dies between a sale and the house's word. */
class RestartedSandboxTest {

    private static final String PASSWORD = "between us";
    private static final HouseAddress NOBODY = new HouseAddress(URI.create("http://127.0.0.1:9"), PASSWORD);
    private static final String SALES = "/control/channels/sandbox-ota/sales";
    private static final String TRAFFIC = "/control/channels/sandbox-ota/traffic";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void whatNobodyHasAnsweredIsSaidAgainAndWhatWasAnsweredStands() throws Exception {
        try (Sandbox dying = Sandbox.start(0, NOBODY, InstantSource.system(), folder)) {
            send(
                    dying,
                    "PUT",
                    "/sandbox-ota/hotels/H/rooms/A/availability",
                    "{\"message\":1,\"items\":[{\"from\":\"2031-05-01\",\"to\":\"2031-05-09\",\"rooms\":3}]}");
            send(dying, "POST", TRAFFIC, "{\"messages\":1,\"workers\":1,\"seed\":1}");
            await().untilAsserted(
                            () -> assertThat(send(dying, "GET", TRAFFIC, "")).contains("\"underWay\":1"));
            assertThat(send(dying, "GET", SALES, "")).contains("\"items\":[]");
        }

        HttpServer house = house();
        try (Sandbox restarted = Sandbox.start(0, address(house), InstantSource.system(), folder)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(send(restarted, "GET", SALES, "")).contains("\"roomType\":\"A\""));
            assertThat(send(restarted, "GET", TRAFFIC, "")).contains("\"underWay\":0");
        } finally {
            house.stop(0);
        }

        try (Sandbox again = Sandbox.start(0, NOBODY, InstantSource.system(), folder)) {
            assertThat(send(again, "GET", SALES, "")).contains("\"roomType\":\"A\"");
            assertThat(send(again, "GET", TRAFFIC, "")).contains("\"underWay\":0");
        }
    }

    /** One that takes every reservation. */
    private static HttpServer house() throws Exception {
        HttpServer house = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        house.createContext("/v1/channel-reservations", exchange -> {
            byte[] answer = "{\"results\":[{\"status\":\"accepted\"}]}".getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        house.start();
        return house;
    }

    private static HouseAddress address(HttpServer house) {
        return new HouseAddress(
                URI.create("http://127.0.0.1:" + house.getAddress().getPort()), PASSWORD);
    }

    private String send(Sandbox sandbox, String method, String path, String body) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                                .method(method, BodyPublishers.ofString(body))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(("waymark:" + PASSWORD).getBytes(UTF_8)))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}

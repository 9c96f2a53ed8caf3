package io.waymark.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.http.HttpJson;
import io.waymark.sandbox.fault.Faults;
import io.waymark.sandbox.shop.HouseAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The channels from the outside: over HTTP, as a house meets them. */
class SandboxTest {

    private static final String PASSWORD = "between us";
    private static final String ROOM = "/sandbox-ota/hotels/H/rooms/A";

    private final HttpClient client = HttpClient.newHttpClient();
    private Sandbox sandbox;

    @BeforeEach
    void open() throws IOException {
        sandbox =
                Sandbox.start(0, new HouseAddress(URI.create("http://127.0.0.1:9"), PASSWORD), InstantSource.system());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theOtaKeepsWhatTheLatestMessageSaidAndTellsIt() throws Exception {
        assertThat(put(ROOM + "/availability", rooms(2, 5)).body()).contains("\"accepted\"");
        assertThat(put(ROOM + "/availability", rooms(1, 9)).body()).contains("\"accepted\"");

        assertThat(HttpJson.MAPPER
                        .readTree(get(ROOM + "/inventory?from=2031-05-01&to=2031-06-01")
                                .body())
                        .at("/days/0/rooms")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void whatCannotBeTakenIsRejectedItemByItem() throws Exception {
        String body = "{\"message\":1,\"items\":[{\"from\":\"2031-05-01\",\"to\":\"2031-05-02\",\"rooms\":-1},"
                + "{\"from\":\"2031-05-01\",\"to\":\"2031-05-02\",\"rooms\":1}]}";

        assertThat(put(ROOM + "/availability", body).body()).contains("\"rejected\"", "\"accepted\"");
        assertThat(put(ROOM + "/availability", "{}").statusCode()).isEqualTo(400);
        assertThat(put("/sandbox-ota/elsewhere", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void strangersAndTooManyMessagesAreTurnedAway() throws Exception {
        assertThat(client.send(
                                HttpRequest.newBuilder(sandbox.url().resolve(ROOM + "/inventory"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);

        faults(new Faults(false, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1));
        HttpResponse<String> last = put(ROOM + "/availability", rooms(1, 1));
        for (int i = 2; i < 50 && last.statusCode() != 429; i++) {
            last = put(ROOM + "/availability", rooms(i, 1));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void aLostAnswerIsAConnectionThatEndsAndTheMessageHasArrived() throws Exception {
        faults(new Faults(false, 0, 0, 0, 0, 1_000, 0, 0, 0, 0, 1));

        assertThatThrownBy(() -> put(ROOM + "/availability", rooms(1, 4))).isInstanceOf(IOException.class);
        assertThat(get(ROOM + "/inventory?from=2031-05-01&to=2031-06-01").body())
                .contains("\"rooms\":4");
        assertThat(get("/control/channels/sandbox-ota/messages").body()).contains("LOSE_ANSWER");
    }

    @Test
    void aLostMessageHasNotArrived() throws Exception {
        faults(new Faults(false, 0, 0, 0, 1_000, 0, 0, 0, 0, 0, 1));

        assertThatThrownBy(() -> put(ROOM + "/availability", rooms(1, 4))).isInstanceOf(IOException.class);
        assertThat(get("/control/channels/sandbox-ota/copy").body()).contains("\"items\":[]");
    }

    @Test
    void impossibleFaultsAreNotSet() throws Exception {
        assertThat(put("/control/channels/sandbox-ota/faults", "{\"down\":true}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(put("/control/channels/nobody/faults", "{}").statusCode()).isEqualTo(404);
    }

    private void faults(Faults faults) throws Exception {
        assertThat(put("/control/channels/sandbox-ota/faults", HttpJson.MAPPER.writeValueAsString(faults))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path).PUT(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(("waymark:" + PASSWORD).getBytes(UTF_8)));
    }

    private static String rooms(int message, int rooms) {
        return "{\"message\":" + message + ",\"items\":[{\"from\":\"2031-05-01\",\"to\":\"2031-05-02\",\"rooms\":"
                + rooms + "}]}";
    }
}

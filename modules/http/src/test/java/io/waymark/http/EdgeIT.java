package io.waymark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way of asking wrongly gets its own documented no, and none learns anything about our inside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeIT {

    private static final String WRITER = "wmk_WRITER_secret-0123456789";
    private static final String READER = "wmk_READER_secret-0123456789";
    private static final String HISTORIAN = "wmk_HISTORIAN_secret-0123456789";
    private static final String EXPIRED = "wmk_EXPIRED_secret-0123456789";
    private static final String GOOD = "{\"name\":\"a\",\"count\":1}";
    private static final int MEBIBYTE = 1 << 20;

    private final EdgeUnderTest edge = new EdgeUnderTest();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    void keys() throws SQLException {
        edge.allow(WRITER, null, "bookings:read", "bookings:write", "of-a-later-release:read");
        edge.allow(READER, null, "bookings:read");
        edge.allow(HISTORIAN, null, "bookings:write", "history:backdate");
        edge.allow(EXPIRED, Instant.EPOCH, "bookings:read");
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    @Test
    void aGoodRequestIsLetIn() throws Exception {
        HttpResponse<String> answer = put(WRITER, GOOD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Waymark-Request-Id").orElse("")).startsWith("req_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer " + EXPIRED,
                "Bearer wmk_unknown_key",
                "Bearer something else",
                "Bearer ",
                "Basic dXNlcjpwYXNzd29yZA==",
                WRITER,
                "Bearer wmk_' or ''='"
            })
    void credentialsThatAreNoneAreRefused(String authorization) throws Exception {
        HttpResponse<String> answer = send(request("/things").header("Authorization", authorization));

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void aRequestWithoutCredentialsIsRefused() throws Exception {
        assertProblem(send(request("/things")), 401, "unauthenticated");
    }

    @Test
    void anEndlessKeyIsRefused() throws Exception {
        assertProblem(get("wmk_" + "k".repeat(5_000), "/things"), 401, "unauthenticated");
    }

    @Test
    void aKeyWithoutTheScopeIsRefused() throws Exception {
        assertProblem(put(READER, GOOD), 403, "forbidden");
    }

    @Test
    void anAddressOfNothingIsNotFound() throws Exception {
        assertProblem(get(READER, "/nothing"), 404, "not-found");
        assertProblem(get(READER, "/things/../../etc/passwd"), 404, "not-found");
    }

    @Test
    void anotherMethodIsRefusedWithTheOnesThatAreTaken() throws Exception {
        JsonNode problem = assertProblem(send(authorized(WRITER, "/things").DELETE()), 405, "method-not-allowed");

        assertThat(problem.path("detail").asText()).contains("GET", "PUT");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() throws Exception {
        assertProblem(
                send(authorized(WRITER, "/things")
                        .header("Content-Type", "text/plain")
                        .PUT(BodyPublishers.ofString(GOOD))),
                415,
                "unsupported-media-type");
        assertProblem(
                send(authorized(WRITER, "/things").PUT(BodyPublishers.ofString(GOOD))), 415, "unsupported-media-type");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItsLengthIsSaidOrNot() throws Exception {
        byte[] large = ("{\"name\":\"" + "a".repeat(MEBIBYTE) + "\",\"count\":1}").getBytes(StandardCharsets.UTF_8);

        assertProblem(put(WRITER, BodyPublishers.ofByteArray(large)), 413, "too-large");
        assertProblem(
                put(WRITER, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))), 413, "too-large");
        assertProblem(put(WRITER, BodyPublishers.ofByteArray(new byte[50 * MEBIBYTE])), 413, "too-large");
    }

    @Test
    void whoeverIsRefusedUnreadStillSeesTheAnswerAndMayAskAgainOnTheSameConnection() throws Exception {
        BodyPublisher large = BodyPublishers.ofByteArray(new byte[5 * MEBIBYTE]);

        for (int again = 0; again < 5; again++) {
            assertProblem(put("wmk_unknown_key", large), 401, "unauthenticated");
            assertProblem(put(READER, large), 403, "forbidden");
            assertProblem(send(authorized(WRITER, "/nothing").PUT(large)), 404, "not-found");
            assertProblem(send(authorized(WRITER, "/things").POST(large)), 405, "method-not-allowed");
            assertThat(put(WRITER, GOOD).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNotJsonIsMalformed(String body) throws Exception {
        assertProblem(put(WRITER, body), 400, "malformed");
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "null",
                "not JSON",
                "{\"name\":\"a\",\"count\":1",
                "{\"name\":\"a\",\"count\":1,\"inside\":[{\"name\":",
                "{\"name\":\"a\",\"name\":\"b\",\"count\":1}",
                "{'name':'a'}",
                "{\"name\":\"a\",\"count\":NaN}",
                "{\"inside\":[".repeat(500),
                "{\"name\":\"a\",\"count\":" + "9".repeat(10_000) + "}",
                "{\"" + "n".repeat(10_000) + "\":1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","count":1,"colour":"red"}                             | /colour
            {"name":"a"}                                                      | /count
            {"name":"a","count":null}                                         | /count
            {"name":"a","count":"1"}                                          | /count
            {"name":"a","count":1.5}                                          | /count
            {"name":"a","count":99999999999}                                  | /count
            {"name":"a","count":true}                                         | /count
            {"name":7,"count":1}                                              | /name
            {"name":"a","count":1,"day":"2017-02-30"}                         | /day
            {"name":"a","count":1,"day":[2017,2,3]}                           | /day
            {"name":"a","count":1,"price":{"amountMinor":1,"currency":"XYZ"}} | /price/currency
            {"name":"a","count":1,"inside":[{"name":"b","count":"x"}]}        | /inside/0/count
            []                                                                | /
            {"name":"a","count":1} {}                                         | /
            {"name":"a","count":1,"day":20170203}                             | /day
            "text"                                                            | /""")
    void whatIsJsonButNotOursIsInvalidAndTheFieldIsNamed(String body, String pointer) throws Exception {
        JsonNode problem = assertProblem(put(WRITER, body), 422, "invalid");

        assertThat(problem.path("errors").path(0).path("pointer").asText()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has spaces in it", "umläute-are-not", "<script>alert(1)</script>"})
    void aCommandIdOfAnotherFormIsRefused(String id) throws Exception {
        assertProblem(send(putting(WRITER, GOOD).header("Waymark-Command-Id", id)), 422, "invalid");
    }

    @Test
    void anEndlessCommandIdIsRefused() throws Exception {
        assertProblem(send(putting(WRITER, GOOD).header("Waymark-Command-Id", "c".repeat(129))), 422, "invalid");
    }

    @Test
    void aCommandIdOfTheCallersOwnIsTaken() throws Exception {
        HttpResponse<String> answer = send(putting(WRITER, GOOD).header("Waymark-Command-Id", "my-command:1/a"));

        assertThat(json(answer).path("commandId").asText()).isEqualTo("my-command:1/a");
    }

    @Test
    void onlyWhoMayBackdateSaysWhenItHappened() throws Exception {
        String then = "2016-03-01T09:30:00Z";

        assertProblem(send(putting(WRITER, GOOD).header("Waymark-Occurred-At", then)), 403, "forbidden");
        assertThat(json(send(putting(HISTORIAN, GOOD).header("Waymark-Occurred-At", then)))
                        .path("occurredAt")
                        .asText())
                .isEqualTo(then);
        assertProblem(send(putting(HISTORIAN, GOOD).header("Waymark-Occurred-At", "yesterday")), 422, "invalid");
        assertProblem(send(putting(HISTORIAN, GOOD).header("Waymark-Occurred-At", "2016-03-01")), 422, "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "W/\"3\"", "*", "\"a\"", "\"1\", \"2\"", "\"-1\"", "\"99999999999999999999\""})
    void aConditionThatIsNotOneRevisionIsRefused(String condition) throws Exception {
        assertProblem(send(putting(WRITER, GOOD).header("If-Match", condition)), 422, "invalid");
    }

    @Test
    void aConditionIsHandedOn() throws Exception {
        assertThat(json(send(putting(WRITER, GOOD).header("If-Match", "\"3\"")))
                        .path("expectedRevision")
                        .asText())
                .isEqualTo("3");
    }

    @Test
    void onlyAnAddressIsTakenForTheCallersAddress() throws Exception {
        assertThat(json(send(putting(WRITER, GOOD).header("X-Forwarded-For", "2001:db8::7, 10.0.0.1")))
                        .path("ip")
                        .asText())
                .isEqualTo("2001:db8::7");
        assertThat(json(send(putting(WRITER, GOOD).header("X-Forwarded-For", "f".repeat(5_000))))
                        .path("ip")
                        .asText())
                .isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "%%%", "QXxifDE", "Qm9va2luZ3xub3QtYW4taWR8MQ"})
    void aPositionThatNobodyAnsweredIsRefused(String position) throws Exception {
        assertProblem(send(authorized(READER, "/things").header("Waymark-Position", position)), 422, "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/failing", "/failing-later", "/failing-outside"})
    void aFailureOfOursSaysNothingAboutOurInside(String path) throws Exception {
        JsonNode problem = assertProblem(get(READER, path), 500, "internal");

        assertThat(problem.path("requestId").asText()).startsWith("req_");
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body().toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "exception", "io.waymark", "fasterxml", "java.", "pekko", "select", "\\tat ", "edgeundertest");
        JsonNode problem = json(answer);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(answer.headers().firstValue("Waymark-Request-Id"))
                .hasValue(problem.path("requestId").asText());
        return problem;
    }

    private HttpResponse<String> get(String key, String path) throws Exception {
        return send(authorized(key, path));
    }

    private HttpResponse<String> put(String key, String body) throws Exception {
        return send(putting(key, body));
    }

    private HttpResponse<String> put(String key, BodyPublisher body) throws Exception {
        return send(authorized(key, "/things")
                .header("Content-Type", "application/json")
                .PUT(body));
    }

    private HttpRequest.Builder putting(String key, String body) {
        return authorized(key, "/things")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder authorized(String key, String path) {
        return request(path).header("Authorization", "Bearer " + key);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(edge.address() + path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return HttpJson.MAPPER.readTree(answer.body());
    }
}

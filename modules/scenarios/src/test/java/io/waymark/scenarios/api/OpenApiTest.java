package io.waymark.scenarios.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.http.Scope;
import io.waymark.kernel.ProblemCode;
import io.waymark.scenarios.api.ApiContract.Exchange;
import io.waymark.scenarios.api.OpenApi.Operation;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document itself: complete, and a judge that notices what it should. */
class OpenApiTest {

    private static final OpenApi API = OpenApi.read();
    private static final ApiContract CONTRACT = new ApiContract(API);
    private static final Set<String> WITHOUT_SCOPE = Set.of("any", "none");

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationNamesAScopeThatExists(Operation operation) {
        assertThat(operation.scope())
                .isIn(Stream.concat(
                                WITHOUT_SCOPE.stream(),
                                Arrays.stream(Scope.values()).map(Scope::text))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void onlyHealthIsOpenToEverybody(Operation operation) {
        assertThat(operation.scope().equals("none")).isEqualTo(operation.path().startsWith("/health/"));
    }

    @Test
    void everyScopeIsOfUse() {
        Set<String> used = new HashSet<>();
        API.operations().forEach(operation -> used.add(operation.scope()));
        used.add(Scope.HISTORY_BACKDATE.text()); // asked for by a header

        assertThat(used)
                .containsAll(Arrays.stream(Scope.values()).map(Scope::text).toList());
    }

    @Test
    void everyProblemCodeIsDocumented() {
        JsonNode codes = API.at("/components/schemas/Problem/properties/code");

        assertThat(codes.isMissingNode()).isFalse();
        JsonNode values = codes.has("$ref") ? API.at("/components/schemas/Problem/properties/code") : codes;
        assertThat(values.path("enum").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::slug)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleFitsItsSchema(String content) {
        assertThat(API.judge(content + "/schema", API.at(content + "/example"))).isEmpty();
    }

    @Test
    void aPathWithoutParametersIsMeantBeforeOneWithThem() {
        assertThat(API.operation("GET", "/v1/dashboards/operations"))
                .hasValueSatisfying(operation -> assertThat(operation.path()).isEqualTo("/v1/dashboards/operations"));
        assertThat(API.operation("GET", "/v1/exports/dashboards/adr.csv"))
                .hasValueSatisfying(operation -> assertThat(operation.path()).contains("{dashboard}.csv"));
        assertThat(API.operation("GET", "/v1/bookings/bkg_1/more")).isEmpty();
        assertThat(API.operation("DELETE", "/v1/bookings")).isEmpty();
    }

    @Test
    void anAnswerThatIsAsDocumentedPasses() {
        assertThat(CONTRACT.violations(answer("/v1/me", 401, "application/problem+json", problem(""))))
                .isEmpty();
    }

    @Test
    void anAnswerThatIsOtherwiseIsNoticed() {
        assertThat(CONTRACT.violations(answer("/v1/me", 401, "application/problem+json", problem(",\"stack\":\"x\""))))
                .isNotEmpty();
        assertThat(CONTRACT.violations(answer("/v1/me", 401, "application/problem+json", "{\"status\":401}")))
                .isNotEmpty();
        assertThat(CONTRACT.violations(answer("/v1/me", 401, "text/html", "<html>")))
                .isNotEmpty();
        assertThat(CONTRACT.violations(answer("/v1/me", 200, "application/json", "nothing")))
                .isNotEmpty();
        assertThat(CONTRACT.violations(answer("/v2/me", 200, "application/json", "{}")))
                .isNotEmpty();
        assertThat(CONTRACT.violations(answer("/health/live", 418, "application/json", "{}")))
                .isNotEmpty();
    }

    static List<Operation> operations() {
        return API.operations();
    }

    /** The places of all media types of answers and requests that have an example. */
    static List<String> examples() {
        return API.operations().stream()
                .flatMap(operation -> Stream.concat(
                        API.requestBody(operation).stream(),
                        API.at(operation.pointer() + "/responses").properties().stream()
                                .flatMap(response -> API.response(operation, status(response.getKey())).stream())))
                .flatMap(place -> API.at(place + "/content").properties().stream()
                        .filter(content -> content.getValue().has("example")
                                && content.getKey().endsWith("json"))
                        .map(content -> place + "/content/" + OpenApi.escaped(content.getKey())))
                .distinct()
                .sorted()
                .toList();
    }

    private static int status(String name) {
        return name.equals("default") ? 599 : Integer.parseInt(name);
    }

    private static Exchange answer(String path, int status, String type, String body) {
        return new Exchange(
                "GET",
                path,
                new byte[0],
                status,
                HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(String more) {
        return "{\"type\":\"/problems/unauthenticated\",\"title\":\"Credentials are missing or wrong\",\"status\":401,"
                + "\"detail\":\"Send a key.\",\"code\":\"unauthenticated\","
                + "\"requestId\":\"req_01J8ZQ4M5N6P7R8S9T0V1W2X3Y\"" + more + "}";
    }
}

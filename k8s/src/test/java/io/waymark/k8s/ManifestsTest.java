package io.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestsTest {

    /** Whose fields are names that someone chose, so that none of them can be misspelt. */
    private static final Set<String> FREE = Set.of(
            "labels",
            "annotations",
            "matchLabels",
            "data",
            "limits",
            "requests",
            "parameters",
            "flinkConfiguration",
            "config");

    @ParameterizedTest
    @MethodSource("objects")
    void everyObjectIsOfAKnownKindAndHasNoFieldThatItsKindHasNot(String name, ObjectNode object) {
        assertThat(Judge.violations(object)).as(name).isEmpty();
    }

    /** The proof that the check above can fail: every field of every kind, misspelt, is found. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aMisspeltFieldIsFoundWhereverItIs(String kind, ObjectNode object) {
        List<String> accepted = new ArrayList<>();
        int tried = misspell(object, object, "", kind.endsWith("/Service"), accepted);

        assertThat(accepted).as("misspellings that nobody noticed").isEmpty();
        assertThat(tried).isPositive();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherVersionOfTheKindIsRefused(String kind, ObjectNode object) {
        for (String version : List.of("v1alpha9", object.path("apiVersion").asText() + "beta1")) {
            ObjectNode other = object.deepCopy().put("apiVersion", version);

            assertThat(Judge.violations(other)).as(kind + " as " + version).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anObjectWhereANumberOrTextShouldBeIsRefused(String kind, ObjectNode object) {
        List<String> accepted = new ArrayList<>();
        mistype(object, object, "", kind.endsWith("/Service"), accepted);

        // The model takes anything for a duration; SafetyTest reads those.
        assertThat(accepted).isSubsetOf("/spec/duration", "/spec/renewBefore");
    }

    @Test
    void aLineOfFlinkThatTheOperatorDoesNotKnowIsRefused() {
        ObjectNode pipeline = Rendered.objects("production").stream()
                .filter(object -> object.path("kind").asText().equals("FlinkDeployment"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) pipeline.path("spec")).put("flinkVersion", "v9_9");

        assertThat(Judge.violations(pipeline)).isNotEmpty();
    }

    @Test
    void theAlertsOfTheClusterAreThoseOfOneMachine() {
        JsonNode rules = Rendered.read(Path.of("..", "observability", "prometheus", "rules.yml"));
        JsonNode ofTheCluster = Rendered.read(Path.of("components", "monitoring", "rules.yaml"));

        assertThat(ofTheCluster.path("spec").path("groups")).isEqualTo(rules.path("groups"));
    }

    static Stream<Arguments> objects() {
        return Rendered.OVERLAYS.stream()
                .flatMap(overlay -> Rendered.objects(overlay).stream()
                        .map(object -> arguments(
                                overlay + " " + object.path("kind").asText() + " "
                                        + object.path("metadata").path("name").asText(),
                                object)));
    }

    /** The largest object of each kind: it has the most fields. */
    static Stream<Arguments> kinds() {
        Map<String, ObjectNode> largest = new LinkedHashMap<>();
        Rendered.all()
                .forEach(object -> largest.merge(
                        object.path("apiVersion").asText() + "/"
                                + object.path("kind").asText(),
                        object,
                        (one, other) ->
                                one.toString().length() >= other.toString().length() ? one : other));
        return largest.entrySet().stream().map(entry -> arguments(entry.getKey(), entry.getValue()));
    }

    private static int misspell(ObjectNode root, JsonNode node, String place, boolean service, List<String> accepted) {
        int tried = 0;
        if (node instanceof ObjectNode object) {
            for (String name : names(object)) {
                String inner = place + "/" + name;
                if (!free(place, service) && !place.isEmpty()) {
                    rename(object, name, name + "x");
                    tried++;
                    if (Judge.violations(root).isEmpty()) {
                        accepted.add(inner);
                    }
                    rename(object, name + "x", name);
                }
                tried += misspell(root, object.get(name), inner, service, accepted);
            }
        }
        for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
            tried += misspell(root, node.get(i), place + "/" + i, service, accepted);
        }
        return tried;
    }

    private static void mistype(ObjectNode root, JsonNode node, String place, boolean service, List<String> accepted) {
        if (node instanceof ObjectNode object) {
            for (String name : names(object)) {
                JsonNode value = object.get(name);
                if (value.isValueNode() && !free(place, service)) {
                    object.putObject(name).put("not", "this");
                    if (Judge.violations(root).isEmpty()) {
                        accepted.add(place + "/" + name);
                    }
                    object.set(name, value);
                }
                mistype(root, object.get(name), place + "/" + name, service, accepted);
            }
        }
        for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
            mistype(root, node.get(i), place + "/" + i, service, accepted);
        }
    }

    private static boolean free(String place, boolean service) {
        String last = place.substring(place.lastIndexOf('/') + 1);
        return FREE.contains(last) || (service && last.equals("selector"));
    }

    private static void rename(ObjectNode object, String from, String to) {
        JsonNode value = object.remove(from);
        object.set(to, value);
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

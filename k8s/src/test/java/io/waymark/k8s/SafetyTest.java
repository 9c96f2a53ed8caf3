package io.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a cluster would take and we would not: open doors, pods without limits, names that lead nowhere. */
class SafetyTest {

    /** Made by hand once, see docs/operations.md, or by an operator out of the object of that name. */
    private static final Set<String> SECRETS_FROM_ELSEWHERE = Set.of(
            "waymark-secrets",
            "waymark-object-store",
            "waymark-database-app",
            "waymark-database-ca",
            "waymark-restored-app",
            "waymark-public-tls");

    @ParameterizedTest
    @MethodSource("overlays")
    void everyPodRunsAsSomeoneWhoMayLittle(String overlay) {
        pods(overlay).forEach(pod -> {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            pod.path("containers").forEach(container -> {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void ourOwnPodsWriteNowhereButWhereTheyAreToldTo(String overlay) {
        objects(overlay, "Deployment", "StatefulSet", "Job")
                .flatMap(workload -> stream(workload.at("/spec/template/spec/containers")))
                .forEach(container -> {
                    assertThat(container
                                    .at("/securityContext/readOnlyRootFilesystem")
                                    .asBoolean())
                            .isTrue();
                    assertThat(container.at("/resources/requests/cpu").isMissingNode())
                            .isFalse();
                    assertThat(container.at("/resources/limits/memory"))
                            .isEqualTo(container.at("/resources/requests/memory"));
                });
        objects(overlay, "Deployment", "StatefulSet")
                .flatMap(workload -> stream(workload.at("/spec/template/spec/containers")))
                .forEach(container -> Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                        .forEach(probe ->
                                assertThat(container.has(probe)).as(probe).isTrue()));
    }

    @ParameterizedTest
    @MethodSource("installations")
    void nothingIsReachedThatIsNotListed(String overlay) {
        List<ObjectNode> policies = objects(overlay, "NetworkPolicy").toList();

        assertThat(policies).anySatisfy(policy -> {
            assertThat(policy.at("/spec/podSelector").isEmpty()).isTrue();
            assertThat(policy.at("/spec/policyTypes")).hasSize(2);
            assertThat(policy.at("/spec").has("ingress")).isFalse();
            assertThat(policy.at("/spec").has("egress")).isFalse();
        });
        policies.forEach(policy -> stream(policy.at("/spec/ingress"))
                .forEach(rule -> assertThat(rule.path("from"))
                        .as("an open door in " + name(policy))
                        .isNotEmpty()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySelectorFindsAPod(String overlay) {
        Set<String> labels = new HashSet<>();
        objects(overlay, "Deployment", "StatefulSet", "Job")
                .forEach(workload -> labels.add(workload.at("/spec/template/metadata/labels/app.kubernetes.io~1name")
                        .asText()));
        objects(overlay, "FlinkDeployment")
                .forEach(pipeline -> labels.add(pipeline.at("/spec/podTemplate/metadata/labels/app.kubernetes.io~1name")
                        .asText()));

        objects(overlay, "Service", "PodDisruptionBudget", "PodMonitor").forEach(object -> {
            JsonNode selector = object.at("/spec/selector");
            String wanted = selector.at("/matchLabels/app.kubernetes.io~1name")
                    .asText(selector.path("app.kubernetes.io/name")
                            .asText(selector.path("app").asText()));
            assertThat(labels).as(name(object)).contains(wanted);
        });
        objects(overlay, "HorizontalPodAutoscaler")
                .forEach(scaler -> assertThat(objects(overlay, "Deployment"))
                        .anyMatch(workload -> name(workload)
                                .equals(scaler.at("/spec/scaleTargetRef/name").asText())));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyNameLeadsSomewhere(String overlay) {
        Set<String> configs = names(overlay, "ConfigMap");
        Set<String> accounts = names(overlay, "ServiceAccount");
        Set<String> secrets = new TreeSet<>(SECRETS_FROM_ELSEWHERE);
        objects(overlay, "Certificate")
                .forEach(certificate ->
                        secrets.add(certificate.at("/spec/secretName").asText()));

        Rendered.objects(overlay).forEach(object -> {
            assertThat(configs).containsAll(values(object, "configMapRef", "name"));
            assertThat(configs).containsAll(values(object, "configMap", "name"));
            assertThat(secrets).as(name(object)).containsAll(values(object, "secretKeyRef", "name"));
            assertThat(secrets).as(name(object)).containsAll(values(object, "secret", "secretName"));
            assertThat(accounts).containsAll(texts(object.findValues("serviceAccountName")));
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noImageIsWhateverIsNewest(String overlay) {
        Rendered.objects(overlay)
                .forEach(object -> texts(object.findValues("image"))
                        .forEach(image -> assertThat(image).contains(":").doesNotEndWith(":latest")));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyCertificateIsRenewedWellBeforeItsEnd(String overlay) {
        objects(overlay, "Certificate").forEach(certificate -> {
            int duration = hours(certificate.at("/spec/duration").asText());
            int before = hours(certificate.at("/spec/renewBefore").asText());
            assertThat(before).as(name(certificate)).isBetween(24, duration / 2);
        });
    }

    private static int hours(String text) {
        assertThat(text).matches("\\d+h");
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }

    static Stream<String> overlays() {
        return Rendered.OVERLAYS.stream();
    }

    static Stream<String> installations() {
        return Rendered.OVERLAYS.stream().filter(overlay -> !overlay.equals("drill"));
    }

    private static Stream<JsonNode> pods(String overlay) {
        List<JsonNode> pods = new ArrayList<>();
        Rendered.objects(overlay).forEach(object -> {
            pods.addAll(object.findParents("containers"));
        });
        return pods.stream();
    }

    private static Stream<ObjectNode> objects(String overlay, String... kinds) {
        return Rendered.objects(overlay).stream()
                .filter(object -> List.of(kinds).contains(object.path("kind").asText()));
    }

    private static Set<String> names(String overlay, String kind) {
        Set<String> names = new TreeSet<>();
        objects(overlay, kind).forEach(object -> names.add(name(object)));
        return names;
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static List<String> values(JsonNode object, String parent, String field) {
        return object.findValues(parent).stream()
                .map(found -> found.path(field).asText())
                .filter(found -> !found.isEmpty())
                .toList();
    }

    private static List<String> texts(List<JsonNode> nodes) {
        return nodes.stream().map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes.stream();
    }
}

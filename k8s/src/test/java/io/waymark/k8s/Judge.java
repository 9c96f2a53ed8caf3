package io.waymark.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.certmanager.api.model.v1.Certificate;
import io.fabric8.certmanager.api.model.v1.Issuer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes an object only if its kind is known in exactly this version and it has no field that the kind has not. */
final class Judge {

    private static final Map<String, Class<?>> MODELS = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("rbac.authorization.k8s.io/v1/Role", Role.class),
            Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", RoleBinding.class),
            Map.entry("cert-manager.io/v1/Certificate", Certificate.class),
            Map.entry("cert-manager.io/v1/Issuer", Issuer.class),
            Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class));

    /** Lines of Flink that the operator learnt after the release whose definition Maven Central has. */
    private static final List<String> LATER_FLINK = List.of("v2_0", "v2_1", "v2_2");

    private static final Map<String, StrictSchema> SCHEMAS = Map.of(
            "postgresql.cnpg.io/v1/Cluster", own("cnpg-cluster.yaml"),
            "postgresql.cnpg.io/v1/Database", own("cnpg-database.yaml"),
            "postgresql.cnpg.io/v1/ScheduledBackup", own("cnpg-scheduled-backup.yaml"),
            "barmancloud.cnpg.io/v1/ObjectStore", own("barman-object-store.yaml"),
            "elasticsearch.k8s.elastic.co/v1/Elasticsearch", own("elasticsearch.yaml"),
            "flink.apache.org/v1beta1/FlinkDeployment", flink());

    private Judge() {}

    /** What is wrong with it; nothing where a cluster would take it as it is meant. */
    static List<String> violations(JsonNode object) {
        String kind =
                object.path("apiVersion").asText() + "/" + object.path("kind").asText();
        Class<?> model = MODELS.get(kind);
        if (model != null) {
            return StrictModel.violations(object, model, kind);
        }
        StrictSchema schema = SCHEMAS.get(kind);
        return schema == null ? List.of("no " + kind + " is known") : schema.violations(object);
    }

    private static StrictSchema own(String file) {
        return new StrictSchema(read("/schemas/" + file));
    }

    private static StrictSchema flink() {
        JsonNode definition = read("/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml");
        JsonNode version = definition.at("/spec/versions/0");
        if (!version.path("name").asText().equals("v1beta1")) {
            throw new IllegalStateException("another version of FlinkDeployment: " + version.path("name"));
        }
        JsonNode schema = version.at("/schema/openAPIV3Schema");
        LATER_FLINK.forEach(((ArrayNode) schema.at("/properties/spec/properties/flinkVersion/enum"))::add);
        return new StrictSchema(schema);
    }

    private static JsonNode read(String resource) {
        try (InputStream in = Objects.requireNonNull(Judge.class.getResourceAsStream(resource), resource)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

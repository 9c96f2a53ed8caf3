package io.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the images are made of, as the build says, and whether the pods fit them. Making one needs a registry; this does not. */
class ImagesTest {

    private static final Path ROOT = Path.of("..");
    private static final String JIB = "//profile[id='%s']//plugin[artifactId='jib-maven-plugin']/configuration";

    @Test
    void theBaseIsPinnedByItsDigest() throws Exception {
        assertThat(texts("pom.xml", "/project/properties/image.base"))
                .singleElement()
                .asString()
                .matches("eclipse-temurin:25-jre-[a-z]+@sha256:[0-9a-f]{64}");
        assertThat(texts("modules/app/pom.xml", JIB.formatted("images") + "/from/image"))
                .containsExactly("${image.base}");
        assertThat(texts(
                        "analytics-pipeline/jobs/pom.xml",
                        "//profile[id='operator-image']//requireProperty[property='flink.image.base']/regex"))
                .containsExactly(".+@sha256:[0-9a-f]{64}");
    }

    @Test
    void theNodesPodFitsItsImage() throws Exception {
        JsonNode pod = pod("production", "Deployment", "waymark-node");

        fits(pod, "modules/app/pom.xml", "images");
    }

    @Test
    void theEmbeddedPipelinesPodFitsItsImage() throws Exception {
        JsonNode pod = pod("single", "StatefulSet", "waymark-pipeline");

        fits(pod, "analytics-pipeline/jobs/pom.xml", "images");
    }

    @Test
    void theOperatorStartsTheJarThatTheBuildMakes() throws Exception {
        String version = texts("pom.xml", "/project/version").getFirst();
        ObjectNode pipeline = object("production", "FlinkDeployment", "waymark-pipeline");

        assertThat(pipeline.at("/spec/job/jarURI").asText())
                .isEqualTo("local:///opt/flink/usrlib/jobs-" + version + ".jar");
        String user = texts("analytics-pipeline/jobs/pom.xml", JIB.formatted("operator-image") + "/container/user")
                .getFirst();
        assertThat(pipeline.at("/spec/podTemplate/spec/securityContext/runAsUser")
                                .asText() + ":"
                        + pipeline.at("/spec/podTemplate/spec/securityContext/runAsGroup")
                                .asText())
                .isEqualTo(user);
    }

    private static void fits(JsonNode pod, String build, String profile) throws Exception {
        String jib = JIB.formatted(profile);
        JsonNode container = pod.at("/containers/0");
        String user = pod.at("/securityContext/runAsUser").asText() + ":"
                + pod.at("/securityContext/runAsGroup").asText();
        assertThat(texts(build, jib + "/container/user")).containsExactly(user);
        assertThat(user).isNotEqualTo("0:0");
        assertThat(texts(build, jib + "/container/ports/port"))
                .containsExactlyInAnyOrderElementsOf(container.path("ports").findValuesAsText("containerPort"));
        String name = container.path("image").asText();
        assertThat(texts(build, jib + "/to/image"))
                .singleElement()
                .asString()
                .endsWith(name.substring(name.indexOf("waymark/"), name.lastIndexOf(':')) + ":${image.tag}");
    }

    private static JsonNode pod(String overlay, String kind, String name) {
        return object(overlay, kind, name).at("/spec/template/spec");
    }

    private static ObjectNode object(String overlay, String kind, String name) {
        return Rendered.objects(overlay).stream()
                .filter(object -> object.path("kind").asText().equals(kind)
                        && object.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(String build, String path) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(build).toFile());
        NodeList nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(number -> nodes.item(number).getTextContent().strip())
                .toList();
    }
}

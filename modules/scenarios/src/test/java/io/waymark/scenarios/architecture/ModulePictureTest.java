package io.waymark.scenarios.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** docs/modules.md shows the modules as the build has them. */
class ModulePictureTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path PAGE = ROOT.resolve("docs").resolve("modules.md");

    /** A module of the build: where it is, what it is for, which other modules its main code is compiled with. */
    private record Module(String path, String name, String purpose, List<String> uses) {}

    @Test
    void thePictureIsThatOfTheBuild() throws Exception {
        String page = page(modules());
        if ("renew".equals(System.getProperty("waymark.picture"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/modules.md is stale: run this test once with -Dwaymark.picture=renew and commit the page")
                .isEqualTo(page);
    }

    private static String page(List<Module> modules) {
        StringBuilder page = new StringBuilder("""
                # The modules

                Drawn from the build; a test fails when it is stale. An arrow says: is compiled with. What one module may see of another is kept by
                `ArchitectureTest` in `modules/scenarios`.

                ```mermaid
                flowchart BT
                """);
        modules.forEach(module -> page.append("    ").append(module.name()).append('\n'));
        modules.forEach(module -> module.uses()
                .forEach(used -> page.append("    ")
                        .append(module.name())
                        .append(" --> ")
                        .append(used)
                        .append('\n')));
        page.append("""
                ```

                | module | for |
                |--|--|
                """);
        modules.forEach(module -> page.append("| `")
                .append(module.path())
                .append("` | ")
                .append(module.purpose())
                .append(" |\n"));
        return page.toString();
    }

    private static List<Module> modules() throws Exception {
        Element build = read(ROOT.resolve("pom.xml"));
        try (Stream<String> paths = texts(build.getElementsByTagName("module"))) {
            return paths.map(ModulePictureTest::module).toList();
        }
    }

    private static Module module(String path) {
        try {
            Element project = read(ROOT.resolve(path).resolve("pom.xml"));
            List<String> uses = elements(project.getElementsByTagName("dependency"))
                    .filter(dependency -> text(dependency, "groupId").equals("io.waymark")
                            && !text(dependency, "scope").equals("test"))
                    .map(dependency -> text(dependency, "artifactId"))
                    .sorted()
                    .toList();
            return new Module(path, text(project, "artifactId"), text(project, "description"), uses);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read the build of " + path, e);
        }
    }

    private static Element read(Path pom) throws Exception {
        try (var in = Files.newInputStream(pom)) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        } catch (IOException e) {
            throw new IOException("cannot read " + pom, e);
        }
    }

    /** The text of the element's own child of this name; empty without one. */
    private static String text(Element element, String name) {
        return elements(element.getElementsByTagName(name))
                .filter(child -> child.getParentNode().isSameNode(element))
                .map(Node::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private static Stream<String> texts(NodeList nodes) {
        return elements(nodes).map(Node::getTextContent).map(String::strip);
    }

    private static Stream<Element> elements(NodeList nodes) {
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1).map(i -> (Element) nodes.item(i));
    }
}

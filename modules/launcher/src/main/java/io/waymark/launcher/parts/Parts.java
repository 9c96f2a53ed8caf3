package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.servers.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All parts of a Waymark with this many nodes, in the order in which they are started; they stop in the reverse one. */
record Parts(List<Part> inStartOrder) {

    private static final String NODE = "node-";
    static final String FIRST_NODE = NODE + 1;
    private static final List<String> NODE_OPTIONS = List.of("-Xms128m", "-XX:+UseParallelGC");

    /** Setting of the most memory that the heap of a node may take. */
    private static final String NODE_HEAP = "WAYMARK_NODE_HEAP";

    private static final List<String> SANDBOX_OPTIONS = List.of(
            "-Xms16m",
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=sandbox-logback.xml");

    Parts {
        inStartOrder = List.copyOf(inStartOrder);
    }

    static Parts of(Settings settings, int nodes, PartSecrets secrets) {
        return of(settings, nodes, secrets, Map.of());
    }

    /** With settings of the nodes and the pipeline that differ from the usual ones. */
    static Parts of(Settings settings, int nodes, PartSecrets secrets, Map<String, String> different) {
        return of(settings, nodes, secrets, different, number -> Map.of());
    }

    /** The same, with more that differs for each node, counted from 1. */
    static Parts of(
            Settings settings,
            int nodes,
            PartSecrets secrets,
            Map<String, String> different,
            IntFunction<Map<String, String>> ofNode) {
        Map<String, String> environment = new HashMap<>(environment(settings, nodes, secrets));
        environment.putAll(different);
        List<Part> parts = new ArrayList<>();
        parts.add(new PostgresPart(settings));
        parts.add(new ElasticsearchPart(settings));
        IntStream.rangeClosed(1, nodes).forEach(number -> {
            Map<String, String> own = new HashMap<>(environment);
            own.putAll(ofNode.apply(number));
            parts.add(node(settings, number, own));
        });
        parts.add(sandbox(settings, secrets));
        parts.addAll(new PipelineParts(settings, environment).inStartOrder());
        return new Parts(parts);
    }

    /** Fails where a port of ours is taken; PostgreSQL and Elasticsearch look for themselves, as they may be adopted. */
    static void requireFreePorts(Settings settings, int nodes) {
        for (int number = 0; number < nodes; number++) {
            Ports.requireFree(settings.httpPort() + number, NODE + (number + 1), "WAYMARK_HTTP_PORT");
            Ports.requireFree(
                    settings.remotePort() + number, NODE + (number + 1) + " in the cluster", "WAYMARK_REMOTE_PORT");
        }
        PipelineParts.requireFreePorts(settings);
        Ports.requireFree(settings.sandboxPort(), "the sandbox", "WAYMARK_SANDBOX_PORT");
    }

    private static Part node(Settings settings, int number, Map<String, String> shared) {
        String name = NODE + number;
        Map<String, String> environment = new LinkedHashMap<>(shared);
        environment.put("WAYMARK_NODE", name);
        environment.put("WAYMARK_HTTP_HOST", settings.httpHost());
        environment.put("WAYMARK_HTTP_PORT", Integer.toString(settings.httpPort() + number - 1));
        environment.put("WAYMARK_REMOTE_PORT", Integer.toString(settings.remotePort() + number - 1));
        environment.put("WAYMARK_MANAGEMENT_PORT", Integer.toString(settings.managementPort(number)));
        // The first node migrates the schema; the others join what it has formed.
        List<String> needs = number == 1 ? List.of(PostgresPart.NAME) : List.of(FIRST_NODE);
        JavaProgram program = new JavaProgram(
                "io.waymark.app.Waymark",
                classPath(settings, "modules/app"),
                Stream.concat(NODE_OPTIONS.stream(), Stream.of("-Xmx" + shared.getOrDefault(NODE_HEAP, "1g")))
                        .toList(),
                environment,
                settings.log(name));
        String url = settings.nodeUrl(number).toString();
        return new JavaPart(name, PartKind.NODE, url, needs, settings.project(), program);
    }

    /** Small on purpose: it keeps two calendars and some hundred messages. */
    private static Part sandbox(Settings settings, PartSecrets secrets) {
        String name = "sandbox";
        JavaProgram program = new JavaProgram(
                "io.waymark.sandbox.Sandbox",
                classPath(settings, "modules/sandbox"),
                SANDBOX_OPTIONS,
                Map.of(
                        "WAYMARK_SANDBOX_PORT", Integer.toString(settings.sandboxPort()),
                        "WAYMARK_SANDBOX_PASSWORD", secrets.sandboxPassword(),
                        "WAYMARK_SANDBOX_DATA", settings.folder(name).toString(),
                        "WAYMARK_URL", settings.nodeUrl(1).toString()),
                settings.log(name));
        return new JavaPart(
                name, PartKind.SANDBOX, settings.sandboxUrl().toString(), List.of(), settings.project(), program);
    }

    /** The program that fills new search indices; it needs no secret of a node. */
    static JavaProgram searchRebuild(Settings settings) {
        return new PipelineParts(settings, environment(settings, 1, new PartSecrets("", ""))).searchRebuild();
    }

    static List<String> classPath(Settings settings, String module) {
        Path folder = settings.project().resolve(module);
        return JavaProgram.classPathOf(folder);
    }

    private static Map<String, String> environment(Settings settings, int nodes, PartSecrets secrets) {
        String seeds = IntStream.range(0, nodes)
                .mapToObj(number -> "127.0.0.1:" + (settings.remotePort() + number))
                .collect(Collectors.joining(","));
        return Map.ofEntries(
                Map.entry("WAYMARK_DATA", settings.data().toString()),
                Map.entry("WAYMARK_PG_URL", settings.databaseUrl("waymark")),
                Map.entry("WAYMARK_PG_USER", "waymark"),
                Map.entry("WAYMARK_PG_PASSWORD", ""),
                Map.entry("WAYMARK_WAREHOUSE_URL", settings.databaseUrl("warehouse")),
                Map.entry("WAYMARK_WAREHOUSE_USER", "waymark"),
                Map.entry("WAYMARK_WAREHOUSE_PASSWORD", ""),
                Map.entry("WAYMARK_ES_URL", settings.elasticsearchUrl().toString()),
                Map.entry("WAYMARK_FLINK_MODE", settings.flinkMode().text()),
                Map.entry("WAYMARK_FLINK_PORT", Integer.toString(settings.flinkPort())),
                Map.entry("WAYMARK_FLINK_URL", settings.flinkUrl().toString()),
                Map.entry("WAYMARK_SEEDS", seeds),
                Map.entry("WAYMARK_MASTER_KEY", secrets.masterKey()),
                Map.entry("WAYMARK_SANDBOX_PASSWORD", secrets.sandboxPassword()));
    }
}

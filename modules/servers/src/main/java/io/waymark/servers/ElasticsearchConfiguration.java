package io.waymark.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration folder of the local Elasticsearch, written at every start. */
final class ElasticsearchConfiguration {

    private static final int TRANSPORT_DISTANCE = 100;

    private ElasticsearchConfiguration() {}

    static void write(Path configuration, Path data, Path log, int port) {
        try {
            Files.createDirectories(configuration);
            Files.writeString(configuration.resolve("elasticsearch.yml"), server(data, log, port));
            Files.writeString(configuration.resolve("jvm.options"), machine());
            Files.writeString(configuration.resolve("log4j2.properties"), logging(log));
        } catch (IOException e) {
            throw new ServerFailure("%s cannot be written: %s.".formatted(configuration, e.getMessage()), e);
        }
    }

    private static String server(Path data, Path log, int port) {
        return """
                # Written by Waymark at every start: changes made here are lost.
                cluster.name: waymark
                node.name: elasticsearch
                path.data: "%s"
                path.logs: "%s"
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                discovery.type: single-node
                xpack.security.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                """.formatted(data, log.getParent(), port, port + TRANSPORT_DISTANCE);
    }

    private static String machine() {
        return """
                -XX:+UseG1GC
                -XX:+ExitOnOutOfMemoryError
                -XX:-HeapDumpOnOutOfMemoryError
                -Djava.io.tmpdir=${ES_TMPDIR}
                20-:--add-modules=jdk.incubator.vector
                -Dorg.apache.lucene.store.defaultReadAdvice=normal
                -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
                """;
    }

    private static String logging(Path log) {
        return """
                status = error
                appender.file.type = File
                appender.file.name = file
                appender.file.fileName = %s
                appender.file.layout.type = PatternLayout
                appender.file.layout.pattern = %%d{ISO8601} %%-5p %%c{1.} %%m%%n
                rootLogger.level = warn
                rootLogger.appenderRef.file.ref = file
                logger.node.name = org.elasticsearch.node.Node
                logger.node.level = info
                """.formatted(log);
    }
}

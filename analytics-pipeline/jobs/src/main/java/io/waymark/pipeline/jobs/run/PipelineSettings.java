package io.waymark.pipeline.jobs.run;

import io.waymark.pipeline.search.SearchCluster;
import io.waymark.pipeline.source.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says.
 *
 * @param embedded whether the job brings its own cluster; otherwise it runs on the one that it was given to
 * @param host on which the embedded cluster listens; loopback unless something else guards it, as nobody is asked who they are
 * @param metricsPort where metrics are told
 * @param resume whether to go on from the newest checkpoint; without it everything is read again from the start
 * @param indexPrefix beginning of the names of all indices
 */
public record PipelineSettings(
        Database journal,
        Database warehouse,
        SearchCluster search,
        String indexPrefix,
        boolean embedded,
        boolean resume,
        Path folder,
        String host,
        int restPort,
        int metricsPort,
        int parallelism,
        Duration checkpointEvery,
        Duration qualityEvery) {

    private static final int HIGHEST_PORT = 65_535;
    /** From the port of Flink's REST interface to that of its metrics. */
    private static final int METRICS_DISTANCE = 100;

    private static final int ANY_PORT = 0;

    private static final int MOST_PARALLEL = 64;

    /** Reads the settings of the environment; throws with the name of the one that is wrong. */
    public static PipelineSettings of(Map<String, String> environment) {
        Reader read = new Reader(environment);
        int postgresPort = read.number("WAYMARK_PG_PORT", 15_432, HIGHEST_PORT);
        int searchPort = read.number("WAYMARK_ES_PORT", 19_200, HIGHEST_PORT);
        int restPort = read.number("WAYMARK_FLINK_PORT", 18_081, HIGHEST_PORT);
        String server = "jdbc:postgresql://127.0.0.1:" + postgresPort + "/";
        return new PipelineSettings(
                read.database("WAYMARK_PG", server + "waymark"),
                read.database("WAYMARK_WAREHOUSE", server + "warehouse"),
                new SearchCluster(
                        read.text("WAYMARK_ES_URL", "http://127.0.0.1:" + searchPort),
                        environment.get("WAYMARK_ES_API_KEY")),
                read.text("WAYMARK_ES_PREFIX", "waymark-"),
                !read.text("WAYMARK_FLINK_MODE", "embedded").equals("cluster"),
                Boolean.parseBoolean(read.text("WAYMARK_FLINK_RESUME", "true")),
                Path.of(read.text("WAYMARK_DATA", "var"), "flink").toAbsolutePath(),
                read.text("WAYMARK_FLINK_HOST", "127.0.0.1"),
                restPort,
                read.number("WAYMARK_FLINK_METRICS_PORT", restPort + METRICS_DISTANCE, HIGHEST_PORT),
                read.number("WAYMARK_FLINK_PARALLELISM", 1, MOST_PARALLEL),
                Duration.ofSeconds(read.number("WAYMARK_FLINK_CHECKPOINT_SECONDS", 5, 3_600)),
                Duration.ofSeconds(read.number("WAYMARK_FLINK_QUALITY_SECONDS", 60, 86_400)));
    }

    /** For a second run beside the first: a folder of its own, ports that nobody uses, one reader, so that order is kept. */
    public PipelineSettings beside(String name) {
        return new PipelineSettings(
                journal,
                warehouse,
                search,
                indexPrefix,
                true,
                resume,
                folder.resolveSibling(name),
                host,
                ANY_PORT,
                ANY_PORT,
                1,
                checkpointEvery,
                qualityEvery);
    }

    /** Where checkpoints are kept. */
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    private record Reader(Map<String, String> environment) {

        String text(String name, String fallback) {
            @Nullable String value = environment.get(name);
            return value == null || value.isBlank() ? fallback : value.strip();
        }

        int number(String name, int fallback, int highest) {
            String value = text(name, Integer.toString(fallback));
            try {
                int number = Integer.parseInt(value);
                if (number >= 1 && number <= highest) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, together with a number that is out of range.
            }
            throw new IllegalArgumentException(
                    "%s is %s, but must be a number from 1 to %d".formatted(name, value, highest));
        }

        Database database(String prefix, String url) {
            return new Database(
                    text(prefix + "_URL", url),
                    text(prefix + "_USER", "waymark"),
                    environment.getOrDefault(prefix + "_PASSWORD", ""));
        }
    }
}

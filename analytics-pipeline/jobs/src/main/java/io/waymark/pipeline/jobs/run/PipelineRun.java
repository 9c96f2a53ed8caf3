package io.waymark.pipeline.jobs.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a job where it left off: at the newest checkpoint that is whole, or from the beginning. Either is right, because
 * every write is guarded by key and version; a checkpoint only makes it quicker.
 */
public final class PipelineRun {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineRun.class);

    private static final String NAME = "waymark-pipeline";

    private final PipelineSettings settings;

    private final boolean resume;

    /**
     * A run with these settings.
     *
     * @param emptyTarget whether something that is to be filled is empty, so that no checkpoint can fit
     */
    public PipelineRun(PipelineSettings settings, boolean emptyTarget) {
        this.settings = settings;
        this.resume = settings.resume() && !emptyTarget;
    }

    /** Runs until the job ends, which it does only when it is stopped or fails for good. */
    public void execute(Consumer<StreamExecutionEnvironment> graph) throws Exception {
        StreamExecutionEnvironment environment = environment();
        graph.accept(environment);
        environment.execute(NAME);
    }

    /** The embedded cluster, or the one that this program was given to. */
    public StreamExecutionEnvironment environment() throws IOException {
        return settings.embedded() ? embedded() : ofTheCluster();
    }

    private StreamExecutionEnvironment embedded() throws IOException {
        Configuration configuration = EmbeddedCluster.configuration(settings);
        Path folder = settings.checkpoints();
        Files.createDirectories(folder);
        Files.createDirectories(settings.folder().resolve("tmp"));
        resumeFrom(folder, configuration);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(configuration);
        environment.setParallelism(settings.parallelism());
        return environment;
    }

    private StreamExecutionEnvironment ofTheCluster() throws IOException {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        ReadableConfig given = environment.getConfiguration();
        @Nullable String folder = given.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
        boolean decided = given.get(StateRecoveryOptions.SAVEPOINT_PATH) != null;
        if (!decided && folder != null && folder.startsWith("file:")) {
            Configuration configuration = new Configuration();
            resumeFrom(Path.of(URI.create(folder)), configuration);
            environment.configure(configuration, PipelineRun.class.getClassLoader());
        }
        return environment;
    }

    private void resumeFrom(Path folder, Configuration configuration) throws IOException {
        Checkpoints checkpoints = Checkpoints.in(folder);
        if (!resume) {
            checkpoints.forget();
        }
        Optional<Path> newest = checkpoints.newestGood();
        checkpoints.prune();
        newest.ifPresentOrElse(
                checkpoint -> {
                    LOG.info("Going on from checkpoint {}.", checkpoint);
                    configuration.set(
                            StateRecoveryOptions.SAVEPOINT_PATH,
                            checkpoint.toUri().toString());
                },
                () -> LOG.info("Reading the journal from its beginning."));
    }
}

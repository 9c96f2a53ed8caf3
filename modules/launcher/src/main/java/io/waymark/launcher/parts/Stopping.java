package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.servers.LocalElasticsearch;
import io.waymark.servers.LocalPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Stops recorded parts in the reverse of their start, and nothing but them: an id that now names a stranger is left alone. */
public final class Stopping {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Settings settings;
    private final RunFolder folder;

    public Stopping(Settings settings) {
        this.settings = settings;
        this.folder = new RunFolder(settings);
    }

    /**
     * Stops everything that is recorded as running, telling {@code progress} the name of each part before its turn. Parts of
     * a kind are stopped together: nodes that all go have nothing to hand over to each other.
     */
    public void all(Consumer<String> progress) {
        for (PartKind kind : List.of(PartKind.values()).reversed()) {
            List<RunningPart> living = folder.parts().reversed().stream()
                    .filter(part -> part.kind() == kind)
                    .filter(part -> part.process().living().isPresent())
                    .toList();
            living.forEach(part -> progress.accept(part.name()));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                living.forEach(part -> threads.execute(() -> stop(part)));
            }
        }
    }

    /** Stops the JVMs of ours that a dead supervisor left. The servers may stay: they are adopted, once they are ready. */
    void leftovers() {
        for (RunningPart part : folder.parts()) {
            switch (part.kind()) {
                case POSTGRES, ELASTICSEARCH -> folder.write(part.ready(false));
                case NODE, SANDBOX, FLINK, FLINK_WORKER -> {
                    stop(part);
                    folder.forget(part);
                }
            }
        }
    }

    private void stop(RunningPart part) {
        switch (part.kind()) {
            case POSTGRES -> LocalPostgres.stopIn(settings.folder(PostgresPart.NAME));
            case ELASTICSEARCH -> LocalElasticsearch.stopIn(settings.folder(ElasticsearchPart.NAME));
            case NODE, SANDBOX, FLINK, FLINK_WORKER -> part.process().stop(LIMIT);
        }
    }
}

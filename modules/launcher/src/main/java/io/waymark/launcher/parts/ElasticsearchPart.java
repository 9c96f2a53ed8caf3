package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.servers.LocalElasticsearch;
import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.nio.file.Path;
import java.util.List;

/** The search engine. */
record ElasticsearchPart(Settings settings) implements Part {

    static final String NAME = "elasticsearch";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PartKind kind() {
        return PartKind.ELASTICSEARCH;
    }

    @Override
    public String url() {
        return settings.elasticsearchUrl().toString();
    }

    @Override
    public Path log() {
        return settings.log(NAME);
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public RecordedProcess start() {
        LocalElasticsearch server =
                LocalElasticsearch.start(settings.folder(NAME), settings.elasticsearchPort(), log());
        return ProcessHandle.of(server.pid())
                .map(RecordedProcess::of)
                .orElseThrow(
                        () -> new ServerFailure("Elasticsearch ended right after its start; see %s.".formatted(log())));
    }
}

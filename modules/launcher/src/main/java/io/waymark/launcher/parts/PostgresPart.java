package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.servers.LocalPostgres;
import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.nio.file.Path;
import java.util.List;

/** The database: journal, read models, vault and warehouse. */
record PostgresPart(Settings settings) implements Part {

    static final String NAME = "postgres";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PartKind kind() {
        return PartKind.POSTGRES;
    }

    @Override
    public String url() {
        return settings.databaseUrl("waymark") + "?user=waymark";
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
        LocalPostgres server = LocalPostgres.start(settings.folder(NAME), settings.postgresPort(), log());
        return ProcessHandle.of(server.pid())
                .map(RecordedProcess::of)
                .orElseThrow(
                        () -> new ServerFailure("PostgreSQL ended right after its start; see %s.".formatted(log())));
    }
}

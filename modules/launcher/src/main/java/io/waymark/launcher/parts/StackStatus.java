package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks every recorded part how it is. */
public record StackStatus(List<PartStatus> parts) {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    public StackStatus {
        parts = List.copyOf(parts);
    }

    /** Needs a key of the API to learn the lag; without it the lag stays unknown. */
    public static StackStatus ask(Settings settings, @Nullable String key) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
        List<RunningPart> recorded = new RunFolder(settings).parts();
        Optional<Lags> lags = key == null ? Optional.empty() : lags(client, recorded, key);
        return new StackStatus(
                recorded.stream().map(part -> status(client, part, lags)).toList());
    }

    public boolean allReady() {
        return !parts.isEmpty() && parts.stream().allMatch(PartStatus::ready);
    }

    private static Optional<Lags> lags(HttpClient client, List<RunningPart> recorded, String key) {
        return recorded.stream()
                .filter(part -> part.kind() == PartKind.NODE)
                .flatMap(node -> Lags.ask(client, node.url(), key).stream())
                .findFirst();
    }

    private static PartStatus status(HttpClient client, RunningPart part, Optional<Lags> lags) {
        Optional<ProcessHandle> process = part.process().living();
        boolean ready = process.isPresent() && part.kind().ready(client, part.url());
        return new PartStatus(
                part.name(),
                part.url(),
                ready,
                process.map(ProcessHandle::pid).orElse(null),
                process.flatMap(Memory::ofTree).orElse(null),
                lags.flatMap(known -> known.of(part.kind())).orElse(null),
                part.restarts(),
                part.log());
    }
}

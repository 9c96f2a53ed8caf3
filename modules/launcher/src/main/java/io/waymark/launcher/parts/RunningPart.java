package io.waymark.launcher.parts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.waymark.servers.RecordedProcess;
import java.time.Instant;

/**
 * A started part as {@code var/run/<name>.json} keeps it for later commands.
 *
 * @param restarts how often its supervisor has brought it back
 */
public record RunningPart(
        String name, PartKind kind, String url, long pid, Instant startedAt, int restarts, boolean ready, String log) {

    static RunningPart of(Part part, RecordedProcess process, int restarts) {
        return new RunningPart(
                part.name(),
                part.kind(),
                part.url(),
                process.pid(),
                process.startedAt(),
                restarts,
                false,
                part.log().toString());
    }

    RunningPart ready(boolean isReady) {
        return new RunningPart(name, kind, url, pid, startedAt, restarts, isReady, log);
    }

    @JsonIgnore
    public RecordedProcess process() {
        return new RecordedProcess(pid, startedAt);
    }
}

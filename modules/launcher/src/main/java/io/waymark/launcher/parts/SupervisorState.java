package io.waymark.launcher.parts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.waymark.servers.RecordedProcess;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor says about itself in {@code var/run/supervisor.json}.
 *
 * @param failure one sentence, when it has given up
 */
public record SupervisorState(
        long pid,
        Instant startedAt,
        int nodes,
        Phase phase,
        @Nullable String failure) {

    /** How far it has come. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        FAILED
    }

    static SupervisorState starting(RecordedProcess process, int nodes) {
        return new SupervisorState(process.pid(), process.startedAt(), nodes, Phase.STARTING, null);
    }

    SupervisorState in(Phase next) {
        return new SupervisorState(pid, startedAt, nodes, next, null);
    }

    SupervisorState failed(String sentence) {
        return new SupervisorState(pid, startedAt, nodes, Phase.FAILED, sentence);
    }

    @JsonIgnore
    public RecordedProcess process() {
        return new RecordedProcess(pid, startedAt);
    }
}

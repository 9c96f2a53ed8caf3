package io.waymark.launcher.parts;

import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A part whose process only sleeps, for a time that a test outlives, while the test itself answers for its readiness. */
record SleepingPart(String name, String url, List<String> needs, String seconds, Path log) implements Part {

    SleepingPart {
        needs = List.copyOf(needs);
    }

    @Override
    public PartKind kind() {
        return PartKind.NODE;
    }

    @Override
    public RecordedProcess start() {
        try {
            return RecordedProcess.of(
                    new ProcessBuilder("sleep", seconds).start().toHandle());
        } catch (IOException e) {
            throw new ServerFailure("sleep cannot be started", e);
        }
    }
}

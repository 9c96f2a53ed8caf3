package io.waymark.launcher.parts;

import io.waymark.servers.RecordedProcess;
import java.nio.file.Path;
import java.util.List;

/** A node or the pipeline: a JVM of our own. */
record JavaPart(String name, PartKind kind, String url, List<String> needs, Path folder, JavaProgram program)
        implements Part {

    JavaPart {
        needs = List.copyOf(needs);
    }

    @Override
    public Path log() {
        return program.log();
    }

    @Override
    public RecordedProcess start() {
        return program.start(folder, List.of());
    }
}

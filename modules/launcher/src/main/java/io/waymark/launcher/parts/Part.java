package io.waymark.launcher.parts;

import io.waymark.servers.RecordedProcess;
import java.nio.file.Path;
import java.util.List;

/** One process of a running Waymark. */
interface Part {

    /** As a person and {@code status} call it: {@code postgres}, {@code node-1}, … */
    String name();

    PartKind kind();

    /** The address under which it is asked whether it is ready. */
    String url();

    Path log();

    /** The parts that must be ready before this one is started. */
    List<String> needs();

    /** Starts the process; it need not be ready yet. */
    RecordedProcess start();
}

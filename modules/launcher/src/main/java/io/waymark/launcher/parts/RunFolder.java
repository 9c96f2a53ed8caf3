package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.servers.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code var/run}: one small file for the supervisor and one for each part, gone when all is stopped. */
public final class RunFolder {

    private static final String SUPERVISOR = "supervisor.json";

    private final Path folder;

    public RunFolder(Settings settings) {
        this.folder = settings.data().resolve("run");
    }

    public Optional<SupervisorState> supervisor() {
        return Json.read(folder.resolve(SUPERVISOR), SupervisorState.class);
    }

    /** The supervisor of this folder, when its process lives. */
    public Optional<SupervisorState> livingSupervisor() {
        return supervisor().filter(state -> state.process().living().isPresent());
    }

    void write(SupervisorState state) {
        Json.write(folder.resolve(SUPERVISOR), state);
    }

    void write(RunningPart part) {
        Json.write(folder.resolve(part.name() + ".json"), part);
    }

    /** All recorded parts, in the order in which they are started. */
    public List<RunningPart> parts() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith(SUPERVISOR))
                    .flatMap(file -> Json.read(file, RunningPart.class).stream())
                    .sorted(Comparator.comparing(RunningPart::kind).thenComparing(RunningPart::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a part that is stopped. */
    void forget(RunningPart part) {
        try {
            Files.deleteIfExists(folder.resolve(part.name() + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void clear() {
        Folders.delete(folder);
    }
}

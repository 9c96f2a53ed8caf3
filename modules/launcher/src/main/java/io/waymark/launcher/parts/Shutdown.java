package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.servers.Readiness;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Ends a running Waymark from outside: asks its supervisor, watches it work, and stops itself whatever is left. */
public final class Shutdown {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Settings settings;
    private final RunFolder folder;

    public Shutdown(Settings settings) {
        this.settings = settings;
        this.folder = new RunFolder(settings);
    }

    public void run(Consumer<String> progress) {
        Optional<ProcessHandle> supervisor =
                folder.livingSupervisor().flatMap(state -> state.process().living());
        if (supervisor.isPresent()) {
            List<RunningPart> parts = folder.parts().reversed();
            Set<String> told = new HashSet<>();
            supervisor.get().destroy();
            Readiness.within(LIMIT, supervisor.get()::isAlive, () -> {
                tell(parts, told, progress);
                return !supervisor.get().isAlive();
            });
        }
        new Stopping(settings).all(progress);
        folder.clear();
    }

    /** A part is spoken of when those after it are gone: it is the one being stopped. */
    private static void tell(List<RunningPart> parts, Set<String> told, Consumer<String> progress) {
        for (RunningPart part : parts) {
            if (told.add(part.name())) {
                progress.accept(part.name());
            }
            if (part.process().living().isPresent()) {
                return;
            }
        }
    }
}

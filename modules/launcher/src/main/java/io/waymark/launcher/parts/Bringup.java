package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.launcher.parts.SupervisorState.Phase;
import io.waymark.servers.Readiness;
import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Starts a supervisor in the background and follows it, part by part, until everything is ready. */
public final class Bringup {

    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final List<String> SUPERVISOR_OPTIONS =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String LOGGING = "logback.configurationFile";

    private final Settings settings;
    private final RunFolder folder;
    private final InstantSource clock;

    public Bringup(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.folder = new RunFolder(settings);
        this.clock = clock;
    }

    /** Returns when all parts are ready; fails with the supervisor's own sentence when they will not be. */
    public void run(int nodes, Consumer<String> progress) {
        Instant begin = clock.instant();
        new Stopping(settings).leftovers();
        RecordedProcess supervisor = startSupervisor(nodes);
        Set<String> told = new HashSet<>();
        Readiness.within(LIMIT, () -> supervisor.living().isPresent(), () -> {
            tell(told, begin, progress);
            return ended(supervisor);
        });
        tell(told, begin, progress);
        Optional<SupervisorState> state = state(supervisor);
        if (state.isEmpty() || state.get().phase() != Phase.READY) {
            String sentence = state.map(SupervisorState::failure)
                    .orElse("Waymark does not start; see %s.".formatted(settings.log("supervisor")));
            throw new ServerFailure(sentence);
        }
    }

    /** Returns when the supervisor has ended, which it does by itself only when something is badly wrong. */
    public void waitForItsEnd() throws InterruptedException {
        Optional<ProcessHandle> process =
                folder.livingSupervisor().flatMap(state -> state.process().living());
        if (process.isPresent()) {
            process.get().onExit().join();
        }
    }

    private RecordedProcess startSupervisor(int nodes) {
        List<String> classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        List<String> options = new ArrayList<>(SUPERVISOR_OPTIONS);
        options.add("-Dwaymark.project=" + settings.project());
        options.add("-D%s=%s".formatted(LOGGING, System.getProperty(LOGGING, "launcher-logback.xml")));
        options.add("-Dwaymark.log.level=INFO");
        JavaProgram program = new JavaProgram(
                "io.waymark.launcher.Launcher", classPath, options, Map.of(), settings.log("supervisor"));
        return program.start(settings.project(), List.of("supervise", "--nodes", Integer.toString(nodes)));
    }

    private boolean ended(RecordedProcess supervisor) {
        return state(supervisor)
                .filter(state -> state.phase() != Phase.STARTING)
                .isPresent();
    }

    /** The state file may still be that of an earlier supervisor. */
    private Optional<SupervisorState> state(RecordedProcess supervisor) {
        return folder.supervisor().filter(state -> state.pid() == supervisor.pid());
    }

    private void tell(Set<String> told, Instant begin, Consumer<String> progress) {
        for (RunningPart part : folder.parts()) {
            if (part.ready() && told.add(part.name())) {
                double seconds = Duration.between(begin, clock.instant()).toMillis() / 1_000.0;
                progress.accept(String.format(Locale.ROOT, "%-14s ready after %.1f s", part.name(), seconds));
            }
        }
    }
}

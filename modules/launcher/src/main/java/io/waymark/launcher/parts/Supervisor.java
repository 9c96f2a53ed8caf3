package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.launcher.parts.SupervisorState.Phase;
import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small process behind {@code up}: starts all parts, brings back every one that dies, and stops all when it is ended.
 *
 * <p>It tells the world what it does through {@link RunFolder} only, so any later command finds out without asking it.
 */
public final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final int nodes;
    private final String masterKey;
    private final InstantSource clock;
    private final RunFolder folder;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch watchingEnded = new CountDownLatch(1);
    private final Map<String, Return> returns = new HashMap<>();

    public Supervisor(Settings settings, int nodes, String masterKey, InstantSource clock) {
        this.settings = settings;
        this.nodes = nodes;
        this.masterKey = masterKey;
        this.clock = clock;
        this.folder = new RunFolder(settings);
    }

    /** Runs until the process is asked to end, or until the start has failed, which the state file then explains. */
    public boolean run() {
        SupervisorState state = SupervisorState.starting(RecordedProcess.of(ProcessHandle.current()), nodes);
        folder.write(state);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(state), "stop"));
        try {
            Parts.requireFreePorts(settings, nodes);
            Parts parts = Parts.of(settings, nodes, masterKey);
            new Startup(client, this::wanted, folder::write).run(parts);
            folder.write(state.in(Phase.READY));
            LOG.info("all parts are ready");
            watch(parts);
            return true;
        } catch (ServerFailure e) {
            LOG.error("the start failed", e);
            new Stopping(settings).all(name -> LOG.info("stopping {}", name));
            folder.write(state.failed(String.valueOf(e.getMessage())));
            return false;
        } finally {
            watchingEnded.countDown();
        }
    }

    private void watch(Parts parts) {
        try {
            while (!stopRequested.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                Map<String, RunningPart> recorded = new HashMap<>();
                folder.parts().forEach(part -> recorded.put(part.name(), part));
                parts.inStartOrder().forEach(part -> {
                    RunningPart running = recorded.get(part.name());
                    if (running != null && running.process().living().isEmpty()) {
                        bringBack(part, running, clock.instant());
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringBack(Part part, RunningPart dead, Instant now) {
        Return planned = returns.computeIfAbsent(part.name(), name -> Return.first(dead, now));
        if (!planned.concerns(dead)) {
            planned = planned.afterAnotherDeath(dead, now);
        }
        returns.put(part.name(), planned);
        if (now.isBefore(planned.due())) {
            return;
        }
        try {
            RecordedProcess process = part.start();
            folder.write(RunningPart.of(part, process, dead.restarts() + 1));
            LOG.warn("{} had ended and was started again as process {}", part.name(), process.pid());
        } catch (ServerFailure e) {
            LOG.error("{} cannot be started again", part.name(), e);
            returns.put(part.name(), planned.afterFailure(now));
        }
    }

    private void end(SupervisorState state) {
        stopRequested.countDown();
        try {
            if (!watchingEnded.await(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the start or a restart takes long; stopping all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (folder.supervisor().filter(last -> last.phase() == Phase.FAILED).isPresent()) {
            return;
        }
        folder.write(state.in(Phase.STOPPING));
        new Stopping(settings).all(name -> LOG.info("stopping {}", name));
        LOG.info("all parts are stopped");
        folder.clear();
    }

    private boolean wanted() {
        return stopRequested.getCount() > 0;
    }

    /** The planned return of a dead part. */
    private record Return(RecordedProcess dead, BackOff backOff, Instant due) {

        static Return first(RunningPart dead, Instant now) {
            return new Return(dead.process(), BackOff.INITIAL, now.plus(BackOff.INITIAL.next()));
        }

        boolean concerns(RunningPart part) {
            return dead.equals(part.process());
        }

        Return afterAnotherDeath(RunningPart part, Instant now) {
            BackOff longer = backOff.after(part.startedAt(), now);
            return new Return(part.process(), longer, now.plus(longer.next()));
        }

        Return afterFailure(Instant now) {
            BackOff longer = backOff.after(now, now);
            return new Return(dead, longer, now.plus(longer.next()));
        }
    }
}

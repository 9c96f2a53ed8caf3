package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.launcher.parts.SupervisorState.Phase;
import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small process behind {@code up}: starts all parts, brings back every one that dies, and stops all when it is ended.
 *
 * <p>It tells the world what it does through {@link RunFolder} only, so any later command finds out without asking it.
 */
public final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final int nodes;
    private final PartSecrets secrets;
    private final InstantSource clock;
    private final RunFolder folder;
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch idle = new CountDownLatch(1);

    public Supervisor(Settings settings, int nodes, PartSecrets secrets, InstantSource clock) {
        this.settings = settings;
        this.nodes = nodes;
        this.secrets = secrets;
        this.clock = clock;
        this.folder = new RunFolder(settings);
    }

    /** Runs until the process is asked to end, or until the start has failed, which the state file then explains. */
    public boolean run() {
        SupervisorState state = SupervisorState.starting(RecordedProcess.of(ProcessHandle.current()), nodes);
        folder.write(state);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(state), "end"));
        try {
            Parts.requireFreePorts(settings, nodes);
            Parts parts = Parts.of(settings, nodes, secrets);
            HttpClient client =
                    HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
            new Startup(client, () -> end.getCount() > 0, folder::write).run(parts);
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
            idle.countDown();
        }
    }

    private void watch(Parts parts) {
        Map<String, RunningPart> running =
                folder.parts().stream().collect(Collectors.toMap(RunningPart::name, Function.identity()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part part : parts.inStartOrder()) {
                RunningPart started = running.get(part.name());
                if (started == null) {
                    throw new ServerFailure("The record of %s is gone from var/run.".formatted(part.name()));
                }
                threads.execute(new Watch(part, started, folder, clock, end));
            }
        }
    }

    private void end(SupervisorState state) {
        end.countDown();
        try {
            if (!idle.await(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a start takes long; stopping all the same");
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
}

package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/**
 * Some parts of a Waymark for a measurement or a story, all stopped at the end. What dies stays dead, unless {@link
 * #watch} was called: then it is brought back as under {@code up}.
 */
public final class Stack implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final Settings settings;
    private final RunFolder folder;
    private final Parts parts;
    private final Startup startup;
    private final HttpClient client;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::stopAll, "stop all parts");
    private final Map<String, Duration> startTimes = new ConcurrentHashMap<>();

    private Stack(Settings settings, Parts parts) {
        this.settings = settings;
        this.folder = new RunFolder(settings);
        this.parts = parts;
        this.client = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
        this.startup = new Startup(client, () -> true, this::changed);
    }

    /**
     * Starts the parts of these kinds and waits until they are ready.
     *
     * @param different settings of the nodes and the pipeline that differ from the usual ones
     */
    public static Stack start(
            Settings settings, int nodes, Set<PartKind> kinds, String masterKey, Map<String, String> different) {
        return start(settings, nodes, kinds, new PartSecrets(masterKey, ""), different);
    }

    /** The same with a sandbox among them, which needs its password. */
    public static Stack start(
            Settings settings, int nodes, Set<PartKind> kinds, PartSecrets secrets, Map<String, String> different) {
        return start(settings, nodes, kinds, secrets, different, number -> Map.of());
    }

    /** The same, with more that differs for each node, counted from 1. */
    public static Stack start(
            Settings settings,
            int nodes,
            Set<PartKind> kinds,
            PartSecrets secrets,
            Map<String, String> different,
            IntFunction<Map<String, String>> ofNode) {
        Parts wanted = new Parts(Parts.of(settings, nodes, secrets, different, ofNode).inStartOrder().stream()
                .filter(part -> kinds.contains(part.kind()))
                .toList());
        Stack stack = new Stack(settings, wanted);
        Runtime.getRuntime().addShutdownHook(stack.atExit);
        try {
            stack.startup.run(wanted);
            return stack;
        } catch (ServerFailure e) {
            stack.close();
            throw e;
        }
    }

    /** How long each part took from the start of its process until it was ready, the last time it was started. */
    public Map<String, Duration> startTimes() {
        return Map.copyOf(startTimes);
    }

    /** The process of a part that was started. */
    public RecordedProcess process(String part) {
        return running(part).process();
    }

    private void changed(RunningPart part) {
        folder.write(part);
        if (part.ready()) {
            startTimes.put(
                    part.name(),
                    Duration.between(part.startedAt(), InstantSource.system().instant()));
        }
    }

    private RunningPart running(String part) {
        return folder.parts().stream()
                .filter(running -> running.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new ServerFailure(part + " was not started."));
    }

    /** Kills a part as a power cut would. */
    public void kill(String part) {
        process(part).living().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Asks a part to end, and ends it by force when it takes too long. */
    public void stop(String part) {
        process(part).stop(STOP_LIMIT);
    }

    /** Starts a part that was killed or stopped, and waits until it is ready. */
    public void restart(String part) {
        startup.run(new Parts(parts.inStartOrder().stream()
                .filter(known -> known.name().equals(part))
                .toList()));
    }

    /** Brings back every part that dies from now on, by the same watch as {@code up} does. */
    public void watch(InstantSource clock) {
        for (Part part : parts.inStartOrder()) {
            Thread.ofVirtual()
                    .name("watch-" + part.name())
                    .start(new Watch(part, running(part.name()), folder, clock, end));
        }
    }

    /** Whether a part lives and does its work. */
    public boolean ready(String part) {
        RunningPart running = running(part);
        return running.process().living().isPresent() && running.kind().ready(client, running.url());
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // The hook is at it already.
        }
    }

    /** Whoever is interrupted leaves nothing running. */
    private synchronized void stopAll() {
        end.countDown();
        new Stopping(settings).all(name -> {});
        folder.clear();
    }
}

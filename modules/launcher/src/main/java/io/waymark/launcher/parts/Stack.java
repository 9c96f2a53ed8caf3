package io.waymark.launcher.parts;

import io.waymark.launcher.Settings;
import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Some parts of a Waymark without a supervisor, for a measurement: what dies stays dead, and all is stopped at the end. */
public final class Stack implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final Settings settings;
    private final RunFolder folder;
    private final Parts parts;
    private final Startup startup;

    /** A measurement may be ended by a signal. */
    private final Thread atExit = new Thread(this::stopAll, "stop parts");

    private Stack(Settings settings, Parts parts) {
        this.settings = settings;
        this.folder = new RunFolder(settings);
        this.parts = parts;
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
        this.startup = new Startup(client, () -> true, folder::write);
        Runtime.getRuntime().addShutdownHook(atExit);
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
        Parts wanted = new Parts(Parts.of(settings, nodes, secrets, different).inStartOrder().stream()
                .filter(part -> kinds.contains(part.kind()))
                .toList());
        Stack stack = new Stack(settings, wanted);
        try {
            stack.startup.run(wanted);
            return stack;
        } catch (ServerFailure e) {
            stack.close();
            throw e;
        }
    }

    /** The process of a part that was started. */
    public RecordedProcess process(String part) {
        return folder.parts().stream()
                .filter(running -> running.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new ServerFailure(part + " was not started."))
                .process();
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

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
            stopAll();
        } catch (IllegalStateException ending) {
            // The hook is at it already.
        }
    }

    private void stopAll() {
        new Stopping(settings).all(name -> {});
        folder.clear();
    }
}

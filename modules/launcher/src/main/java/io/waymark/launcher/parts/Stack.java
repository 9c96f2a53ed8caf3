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

    private final Settings settings;
    private final RunFolder folder;

    private Stack(Settings settings) {
        this.settings = settings;
        this.folder = new RunFolder(settings);
    }

    /**
     * Starts the parts of these kinds and waits until they are ready.
     *
     * @param different settings of the nodes and the pipeline that differ from the usual ones
     */
    public static Stack start(
            Settings settings, int nodes, Set<PartKind> kinds, String masterKey, Map<String, String> different) {
        Stack stack = new Stack(settings);
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
        Parts wanted = new Parts(Parts.of(settings, nodes, masterKey, different).inStartOrder().stream()
                .filter(part -> kinds.contains(part.kind()))
                .toList());
        try {
            new Startup(client, () -> true, stack.folder::write).run(wanted);
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

    @Override
    public void close() {
        new Stopping(settings).all(name -> {});
        folder.clear();
    }
}

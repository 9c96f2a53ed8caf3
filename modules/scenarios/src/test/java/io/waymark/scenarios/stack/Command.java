package io.waymark.scenarios.stack;

import io.waymark.launcher.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./waymark <arguments>} as a person would, but for building it first: the build that runs this test has. */
public final class Command {

    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final Settings settings;

    Command(Settings settings) {
        this.settings = settings;
    }

    /**
     * How a command ended.
     *
     * @param output what it said, errors included
     */
    public record Outcome(int exitCode, String output) {}

    Outcome run(String... arguments) {
        Path output = settings.data().resolveSibling("waymark-" + arguments[0] + ".out");
        ProcessBuilder builder = new ProcessBuilder(words(arguments))
                .directory(settings.project().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment());
        try {
            Process process = builder.start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("./waymark " + arguments[0] + " has not ended: " + Files.readString(output));
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new AssertionError("./waymark " + arguments[0] + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for ./waymark " + arguments[0], e);
        }
    }

    private List<String> words(String... arguments) {
        Path launcher = settings.project().resolve("modules/launcher/target");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Dwaymark.project=" + settings.project(),
                "-Dlogback.configurationFile=launcher-logback.xml",
                "-cp",
                launcher.resolve("classes") + File.pathSeparator + classPath(launcher),
                "io.waymark.launcher.Launcher"));
        words.addAll(List.of(arguments));
        return words;
    }

    private static String classPath(Path launcher) {
        try {
            return Files.readString(launcher.resolve("classpath")).strip();
        } catch (IOException e) {
            throw new AssertionError("the launcher is not packaged: run mvn verify, not mvn test", e);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "WAYMARK_ACCESS_LOG", "INFO",
                // A plain journal is what the modules' own tests have; here it is one that was cut.
                "WAYMARK_JOURNAL_PARTITIONS", "4",
                "WAYMARK_DATA", settings.data().toString(),
                "WAYMARK_HTTP_HOST", settings.httpHost(),
                "WAYMARK_HTTP_PORT", Integer.toString(settings.httpPort()),
                "WAYMARK_PG_PORT", Integer.toString(settings.postgresPort()),
                "WAYMARK_ES_PORT", Integer.toString(settings.elasticsearchPort()),
                "WAYMARK_FLINK_PORT", Integer.toString(settings.flinkPort()),
                "WAYMARK_REMOTE_PORT", Integer.toString(settings.remotePort()),
                "WAYMARK_SANDBOX_PORT", Integer.toString(settings.sandboxPort()));
    }
}

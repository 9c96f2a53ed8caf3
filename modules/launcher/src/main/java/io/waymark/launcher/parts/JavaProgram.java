package io.waymark.launcher.parts;

import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A JVM of ours in a session of its own, so that Ctrl-C at the terminal reaches the launcher alone, which then stops the
 * parts in order.
 *
 * @param options JVM options beside those that every one of our JVMs gets
 */
record JavaProgram(
        String mainClass, List<String> classPath, List<String> options, Map<String, String> environment, Path log) {

    private static final long LONGEST_LOG_BYTES = 32L << 20;
    private static final int UNSAFE_OPTION_SINCE = 23;
    private static final int COMPACT_HEADERS_SINCE = 25;

    JavaProgram {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** The class path that the build left for this module: its own classes first, then what they need. */
    static List<String> classPathOf(Path module) {
        Path file = module.resolve("target/classpath");
        try {
            List<String> entries = new ArrayList<>();
            entries.add(module.resolve("target/classes").toString());
            entries.addAll(List.of(Files.readString(file).strip().split(File.pathSeparator)));
            return entries;
        } catch (IOException e) {
            throw new ServerFailure("%s is missing: build Waymark again.".formatted(file), e);
        }
    }

    /** The same with these JVM options too. */
    JavaProgram with(List<String> more) {
        return new JavaProgram(
                mainClass,
                classPath,
                Stream.concat(options.stream(), more.stream()).toList(),
                environment,
                log);
    }

    /** The words of a command line that runs this class instead. */
    List<String> running(String otherClass, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(commonOptions(Runtime.version().feature()));
        words.addAll(options);
        words.add("-cp");
        words.add(String.join(File.pathSeparator, classPath));
        words.add(otherClass);
        words.addAll(arguments);
        return words;
    }

    RecordedProcess start(Path folder, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add("setsid");
        words.addAll(running(mainClass, arguments));
        return RecordedProcess.of(
                run(new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(appending()), folder)
                        .toHandle());
    }

    /** For a command that waits for the program, which ends with it; its output is the command's to read. */
    Process attached(Path folder, List<String> arguments) {
        return run(new ProcessBuilder(running(mainClass, arguments)).redirectError(appending()), folder);
    }

    private Process run(ProcessBuilder builder, Path folder) {
        try {
            makeRoom();
            builder.directory(folder.toFile()).redirectInput(new File("/dev/null"));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new ServerFailure("%s cannot be started: %s.".formatted(mainClass, e.getMessage()), e);
        }
    }

    private ProcessBuilder.Redirect appending() {
        return ProcessBuilder.Redirect.appendTo(log.toFile());
    }

    /** What newer JVMs know is said only to them: Pekko and Flink reach into the platform, and each start would warn. */
    static List<String> commonOptions(int javaVersion) {
        List<String> options = new ArrayList<>();
        options.add("--enable-native-access=ALL-UNNAMED");
        options.add("-XX:+ExitOnOutOfMemoryError");
        if (javaVersion >= UNSAFE_OPTION_SINCE) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (javaVersion >= COMPACT_HEADERS_SINCE) {
            options.add("-XX:+UseCompactObjectHeaders");
        }
        return List.copyOf(options);
    }

    private void makeRoom() throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > LONGEST_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

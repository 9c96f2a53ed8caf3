package io.waymark.launcher.bench;

import io.waymark.servers.ServerFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is really alive in the heap of another JVM: it collects its garbage before it counts. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+(\\d+)\\s+(\\d+)");

    private LiveHeap() {}

    /** Bytes of all living objects of the process. */
    static long bytes(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(List.of(jcmd, Long.toString(pid), "GC.class_histogram"))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
                return printed.lines()
                        .map(LiveHeap::total)
                        .filter(bytes -> bytes > 0)
                        .findFirst()
                        .orElseThrow(() -> new ServerFailure("jcmd does not tell the heap of process " + pid + "."));
            }
        } catch (IOException e) {
            throw new ServerFailure("jcmd cannot be run: %s.".formatted(e.getMessage()), e);
        }
    }

    static long total(String line) {
        Matcher matcher = TOTAL.matcher(line);
        return matcher.matches() ? Long.parseLong(matcher.group(2)) : 0;
    }
}

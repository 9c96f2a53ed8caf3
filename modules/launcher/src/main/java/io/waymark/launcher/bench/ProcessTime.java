package io.waymark.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The CPU time that a process and all its children have used, from the kernel's figures. */
public final class ProcessTime {

    private static final long NANOS_PER_TICK = 10_000_000;
    private static final int USER_TIME = 11;

    private ProcessTime() {}

    /** Of the process and its living descendants, and of those that have ended. */
    public static Duration ofTree(long pid) {
        Stream<Long> descendants = ProcessHandle.of(pid).stream()
                .flatMap(process -> process.descendants().map(ProcessHandle::pid));
        long ticks = LongStream.concat(LongStream.of(pid), descendants.mapToLong(Long::longValue))
                .map(ProcessTime::ticks)
                .sum();
        return Duration.ofNanos(ticks * NANOS_PER_TICK);
    }

    /** User, system and, of collected children, both: the fields after the command's name, which may hold spaces. */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[USER_TIME])
                    + Long.parseLong(fields[USER_TIME + 1])
                    + Long.parseLong(fields[USER_TIME + 2])
                    + Long.parseLong(fields[USER_TIME + 3]);
        } catch (IOException e) {
            return 0;
        }
    }
}

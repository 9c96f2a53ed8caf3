package io.waymark.pipeline.jobs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of all runs in a folder, {@code <run>/chk-<number>/_metadata}. The metadata is renamed into place last,
 * so a checkpoint that has it was completed.
 */
public final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private static final String METADATA = "_metadata";
    private static final String PREFIX = "chk-";
    private static final int DEPTH = 3;
    private static final int KEPT = 3;

    private record Found(Path checkpoint, FileTime completed, long number) {

        static final Comparator<Found> NEWEST_FIRST = Comparator.comparing(Found::completed)
                .thenComparing(Found::number)
                .reversed();
    }

    private final Path folder;
    private final Predicate<Path> good;

    Checkpoints(Path folder, Predicate<Path> good) {
        this.folder = folder;
        this.good = good;
    }

    /** The checkpoints in {@code folder} that Flink can read. */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(folder, CheckpointProbe::isGood);
    }

    /** The newest one that can be read; what is damaged is passed over. */
    public Optional<Path> newestGood() throws IOException {
        for (Path checkpoint : newestFirst()) {
            if (good.test(checkpoint)) {
                return Optional.of(checkpoint);
            }
            LOG.warn("Checkpoint {} is damaged; trying the one before.", checkpoint);
        }
        return Optional.empty();
    }

    /** Deletes the folders of runs that are not needed for the newest three good checkpoints. */
    public void prune() throws IOException {
        Set<Path> needed = new HashSet<>();
        int kept = 0;
        for (Path checkpoint : newestFirst()) {
            if (kept < KEPT && good.test(checkpoint)) {
                needed.add(Objects.requireNonNull(checkpoint.getParent()));
                kept++;
            }
        }
        for (Path run : children(folder)) {
            if (!needed.contains(run)) {
                deleteTree(run);
            }
        }
    }

    /** Deletes all of them, so that no later start goes on from one that does not fit any more. */
    public void forget() throws IOException {
        for (Path run : children(folder)) {
            deleteTree(run);
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.find(folder, DEPTH, (path, attributes) -> path.endsWith(METADATA))) {
            for (Path metadata : files.toList()) {
                Path checkpoint = Objects.requireNonNull(metadata.getParent());
                found.add(new Found(checkpoint, Files.getLastModifiedTime(metadata), number(checkpoint)));
            }
        }
        return found.stream().sorted(Found.NEWEST_FIRST).map(Found::checkpoint).toList();
    }

    private static long number(Path checkpoint) {
        String name = String.valueOf(checkpoint.getFileName());
        try {
            return name.startsWith(PREFIX) ? Long.parseLong(name.substring(PREFIX.length())) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).toList();
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

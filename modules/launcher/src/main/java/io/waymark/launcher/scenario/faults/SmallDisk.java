package io.waymark.launcher.scenario.faults;

import io.waymark.servers.Folders;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file system of its own in a file, so that a disk can really be full without taking the machine's. Needs root and a
 * loop device.
 */
final class SmallDisk implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;
    private static final String FILLING = "filling";
    private static final int BLOCK = 4_096;
    private static final long MARGIN = 1L << 20;

    private final Path folder;
    private final Path image;

    private SmallDisk(Path folder, Path image) {
        this.folder = folder;
        this.image = image;
    }

    /** Lets go of one that an earlier run left behind. */
    static void release(Path folder) {
        if (Files.isDirectory(folder)) {
            run("umount", "--lazy", "--quiet", folder.toString());
        }
    }

    /** Mounts one of this size at the folder; empty where this machine or this user cannot. */
    static Optional<SmallDisk> mount(Path folder, long gibibytes) {
        Path image = folder.resolveSibling(folder.getFileName() + ".disk");
        SmallDisk disk = new SmallDisk(folder, image);
        try {
            Files.createDirectories(folder);
            boolean mounted = run("truncate", "--size=" + gibibytes + "G", image.toString())
                    && run("mkfs.ext4", "-q", "-m", "0", image.toString())
                    && run("mount", "-o", "loop", image.toString(), folder.toString());
            if (!mounted) {
                Files.deleteIfExists(image);
                return Optional.empty();
            }
            // A database wants an empty folder.
            Folders.delete(folder.resolve("lost+found"));
            return Optional.of(disk);
        } catch (IOException e) {
            throw new ServerFailure("A disk cannot be made at %s: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    /** Takes every block that is still free; whoever gave some back meanwhile loses them with the next call. */
    void fill() {
        Path filling = folder.resolve(FILLING);
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free > MARGIN) {
                long size = Files.exists(filling) ? Files.size(filling) : 0;
                run("fallocate", "--length", Long.toString(size + free - MARGIN), filling.toString());
            }
            try (OutputStream out =
                    Files.newOutputStream(filling, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                byte[] block = new byte[BLOCK];
                for (long written = 0; written < 2 * MARGIN; written += BLOCK) {
                    out.write(block);
                }
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    /** Gives all of it back. */
    void empty() {
        try {
            Files.deleteIfExists(folder.resolve(FILLING));
        } catch (IOException e) {
            throw new ServerFailure("The disk cannot be emptied: %s.".formatted(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        run("umount", "--lazy", folder.toString());
        try {
            Files.deleteIfExists(image);
        } catch (IOException e) {
            throw new ServerFailure("%s cannot be deleted.".formatted(image), e);
        }
    }

    private static boolean run(String... words) {
        try {
            Process process = new ProcessBuilder(List.of(words))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

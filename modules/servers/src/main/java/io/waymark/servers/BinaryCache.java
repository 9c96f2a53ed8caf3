package io.waymark.servers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder that holds unpacked servers, one subfolder per version, shared by all checkouts of a user.
 *
 * <p>A subfolder appears complete or not at all: it is unpacked beside its place and renamed, under a file lock, because
 * several test JVMs may want it at once.
 */
final class BinaryCache {

    private static final Object ONE_AT_A_TIME = new Object();

    private final Path root;

    BinaryCache(Path root) {
        this.root = root;
    }

    /** {@code WAYMARK_CACHE}, else the system's cache folder for root and the user's own for everyone else. */
    static BinaryCache ofThisUser() {
        String chosen = System.getenv("WAYMARK_CACHE");
        if (chosen != null && !chosen.isBlank()) {
            return new BinaryCache(Path.of(chosen).toAbsolutePath());
        }
        if ("root".equals(System.getProperty("user.name"))) {
            return new BinaryCache(Path.of("/var/cache/waymark"));
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return new BinaryCache(caches.resolve("waymark").toAbsolutePath());
    }

    /** The folder {@code name}, filled by {@code unpacking} when this is the first time it is wanted. */
    Path folder(String name, long mebibytes, Unpacking unpacking) {
        Path complete = root.resolve(name);
        if (Files.isDirectory(complete)) {
            return complete;
        }
        DiskSpace.require(root, mebibytes, "Unpacking " + name);
        synchronized (ONE_AT_A_TIME) {
            try (RandomAccessFile file =
                            new RandomAccessFile(root.resolve(name + ".lock").toFile(), "rw");
                    FileLock lock = file.getChannel().lock()) {
                if (lock.isValid() && !Files.isDirectory(complete)) {
                    unpack(root.resolve(name + ".unpacking"), complete, unpacking);
                }
            } catch (IOException e) {
                throw new ServerFailure("%s cannot be unpacked into %s: %s.".formatted(name, root, e.getMessage()), e);
            }
        }
        return complete;
    }

    private static void unpack(Path beside, Path complete, Unpacking unpacking) throws IOException {
        Folders.delete(beside);
        Files.createDirectories(beside);
        unpacking.into(beside);
        Files.move(beside, complete, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Fills a new folder with the files of a server. */
    interface Unpacking {
        void into(Path folder) throws IOException;
    }
}

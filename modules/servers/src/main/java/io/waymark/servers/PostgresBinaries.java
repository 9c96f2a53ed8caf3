package io.waymark.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, carried by a Maven artifact on the class path as one compressed archive. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String VERSION = "postgres-18.4.0";
    private static final long UNPACKED_MEBIBYTES = 200;
    private static final long UNPACK_LIMIT_SECONDS = 120;

    private PostgresBinaries() {}

    /** The folder whose {@code bin} holds initdb, pg_ctl and postgres. */
    static Path home(BinaryCache cache) {
        String machine = System.getProperty("os.arch");
        if (!"amd64".equals(machine) || !"Linux".equals(System.getProperty("os.name"))) {
            throw new ServerFailure("The local PostgreSQL runs on Linux on x86-64 only, and this machine is %s %s."
                    .formatted(System.getProperty("os.name"), machine));
        }
        return cache.folder(VERSION, UNPACKED_MEBIBYTES, PostgresBinaries::unpack);
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new ServerFailure(
                        "The PostgreSQL binaries (%s) are missing from the class path: build Waymark again."
                                .formatted(ARCHIVE));
            }
            Process tar = new ProcessBuilder("tar", "-x", "-C", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream input = tar.getOutputStream()) {
                new XZInputStream(archive).transferTo(input);
            }
            if (!tar.waitFor(UNPACK_LIMIT_SECONDS, TimeUnit.SECONDS) || tar.exitValue() != 0) {
                tar.destroyForcibly();
                throw new IOException("tar failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

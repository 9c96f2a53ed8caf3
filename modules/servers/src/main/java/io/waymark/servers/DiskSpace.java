package io.waymark.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk, asked for before a server is started: a full disk later costs a confusing failure. */
final class DiskSpace {

    private static final long MEBIBYTE = 1L << 20;

    private DiskSpace() {}

    static void require(Path folder, long mebibytes, String user) {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
            if (free < mebibytes) {
                throw new ServerFailure("%s needs %d MiB below %s, but only %d MiB are free there."
                        .formatted(user, mebibytes, folder, free));
            }
        } catch (IOException e) {
            throw new ServerFailure("The folder %s cannot be made: %s.".formatted(folder, e.getMessage()), e);
        }
    }
}

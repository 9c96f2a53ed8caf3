package io.waymark.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journal rows that we have promised to read for ever, one file each.
 *
 * <p>{@code -Dwaymark.golden=add} writes the files that are missing, for new events. A file that exists is never written
 * again: if its test fails, the code is wrong.
 */
final class GoldenFiles {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final String SUFFIX = ".json";
    private static final boolean ADD = "add".equals(System.getProperty("waymark.golden"));

    private GoldenFiles() {}

    /**
     * A golden row.
     *
     * @param file its name without suffix: the event's name, followed by {@code .minimal} where nothing optional is said, or by {@code .traced}
     * @param row the payload, UTF-8
     */
    record Golden(String file, String row) {

        byte[] payload() {
            return row.getBytes(StandardCharsets.UTF_8);
        }

        String name() {
            return file.replace(".minimal", "").replace(".traced", "");
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Golden> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> new Golden(file.getFileName().toString().replace(SUFFIX, ""), text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the row if there is none of this name and the run was asked to add what is missing. */
    static void addIfMissing(String file, byte[] payload) {
        Path path = FOLDER.resolve(file + SUFFIX);
        if (ADD && Files.notExists(path)) {
            try {
                Files.write(path, payload);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

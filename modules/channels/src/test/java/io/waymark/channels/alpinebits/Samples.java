package io.waymark.channels.alpinebits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The standard's own sample messages, from the test resources. */
public final class Samples {

    private Samples() {}

    /** The samples of a folder, such as {@code rules/inventory}, by name. */
    public static List<String> in(String folder) {
        URL location = Objects.requireNonNull(Samples.class.getResource(folder), folder);
        try (Stream<Path> files = Files.list(Path.of(location.toURI()))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(String name) {
        try (InputStream sample = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

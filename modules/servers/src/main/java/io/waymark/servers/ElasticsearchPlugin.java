package io.waymark.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Our plugin as it lies on the class path, as a jar or as a folder of classes, ready to be put into an Elasticsearch.
 *
 * <p>Its fingerprint is part of the cached server's name, so a changed plugin never meets an old server.
 */
final class ElasticsearchPlugin {

    private static final String NAME = "waymark-local";
    private static final String DESCRIPTOR = "plugin-descriptor.properties";
    private static final String CLASSES = "io/waymark/servers/elasticsearch/";

    private final SortedMap<String, byte[]> files;

    private ElasticsearchPlugin(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    static ElasticsearchPlugin ofClassPath() {
        URL descriptor = ElasticsearchPlugin.class.getResource("/" + DESCRIPTOR);
        if (descriptor == null) {
            throw new ServerFailure("The Elasticsearch plugin is missing from the class path: build Waymark again.");
        }
        try {
            URI address = descriptor.toURI();
            if (!"jar".equals(address.getScheme())) {
                return new ElasticsearchPlugin(read(Path.of(address).resolveSibling("")));
            }
            Path jar = Path.of(URI.create(address.getSchemeSpecificPart().replaceFirst("!.*", "")));
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                return new ElasticsearchPlugin(read(inside.getPath("/")));
            }
        } catch (IOException | URISyntaxException e) {
            throw new ServerFailure("The Elasticsearch plugin cannot be read: %s.".formatted(e.getMessage()), e);
        }
    }

    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> digest.update(content));
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void install(Path plugins) throws IOException {
        Path folder = Files.createDirectories(plugins.resolve(NAME));
        for (var file : files.entrySet()) {
            if (file.getKey().equals(DESCRIPTOR)) {
                Files.write(folder.resolve(DESCRIPTOR), file.getValue());
            }
        }
        try (OutputStream output = Files.newOutputStream(folder.resolve(NAME + ".jar"));
                JarOutputStream jar = new JarOutputStream(output)) {
            for (var file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
    }

    private static SortedMap<String, byte[]> read(Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(DESCRIPTOR, Files.readAllBytes(root.resolve(DESCRIPTOR)));
        try (Stream<Path> classes = Files.list(root.resolve(CLASSES))) {
            classes.filter(file -> file.toString().endsWith(".class"))
                    .forEach(file -> files.put(CLASSES + file.getFileName(), bytes(file)));
        }
        return files;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

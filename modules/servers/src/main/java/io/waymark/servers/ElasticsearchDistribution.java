package io.waymark.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Elastic's own server, copied by Maven beside our classes, unpacked once with our plugin in it. */
final class ElasticsearchDistribution {

    private static final String VERSION = "9.5.3";
    private static final String ARCHIVE = "distributions/elasticsearch.zip";
    private static final long UNPACKED_MEBIBYTES = 400;

    private ElasticsearchDistribution() {}

    /** The folder whose {@code bin} holds the program elasticsearch. */
    static Path home(BinaryCache cache) {
        ElasticsearchPlugin plugin = ElasticsearchPlugin.ofClassPath();
        String name = "elasticsearch-%s-%s".formatted(VERSION, plugin.fingerprint());
        return cache.folder(name, UNPACKED_MEBIBYTES, folder -> {
            unpack(archive(), folder);
            plugin.install(folder.resolve("plugins"));
        });
    }

    /** Maven builds classes and jar into the same folder, so the archive lies beside either. */
    private static Path archive() throws IOException {
        CodeSource source =
                ElasticsearchDistribution.class.getProtectionDomain().getCodeSource();
        try {
            Path archive = Path.of(source.getLocation().toURI()).resolveSibling(ARCHIVE);
            if (!Files.exists(archive)) {
                throw new ServerFailure(
                        "The Elasticsearch archive %s is missing: build Waymark again.".formatted(archive));
            }
            return archive;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path target = target(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    copy(zip, entry, target);
                }
            }
        }
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
        }
        if (entry.getName().contains("/bin/") && !target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    /** Every entry lies below one top folder, which is dropped; an entry that would leave the target is refused. */
    private static Path target(Path folder, String entry) throws IOException {
        Path target = folder.resolve(entry.substring(entry.indexOf('/') + 1)).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive holds a path that leaves its folder: " + entry);
        }
        return target;
    }
}

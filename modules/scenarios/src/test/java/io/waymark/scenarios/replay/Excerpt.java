package io.waymark.scenarios.replay;

import io.waymark.launcher.replay.source.BookingFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;

/**
 * Some rows of the bundled sample, as a file of their own. Of equal rows it has one: told by two files, they would be the same
 * reservation.
 *
 * @param rows the lines below the header, as they are in the file
 */
public record Excerpt(String header, List<String> rows) {

    private static final String SAMPLE = "/replay/hotel-bookings-sample.csv.gz";

    /** A thousand reservations: enough to look at. */
    public static final Excerpt SMALL = where(number -> number % 10 == 0);

    /** Two thousand other reservations: enough to break something meanwhile. */
    static final Excerpt MEDIUM = where(number -> number % 10 == 3 || number % 10 == 7);

    public Excerpt {
        rows = List.copyOf(rows);
    }

    private static Excerpt where(IntPredicate wanted) {
        try (InputStream packed = Objects.requireNonNull(BookingFile.class.getResourceAsStream(SAMPLE));
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            List<String> all = lines.lines().distinct().toList();
            List<String> rows = new ArrayList<>();
            for (int number = 0; number < all.size(); number++) {
                if (wanted.test(number)) {
                    rows.add(all.get(number));
                }
            }
            return new Excerpt(header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These rows and those of another excerpt. */
    Excerpt and(Excerpt other) {
        List<String> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new Excerpt(header, both);
    }

    /** Writes it into this folder. */
    BookingFile in(Path folder) {
        Path file = folder.resolve("excerpt-of-%d.csv".formatted(rows.size()));
        try {
            Files.createDirectories(folder);
            Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BookingFile.at(file);
    }
}

package io.waymark.launcher.replay.source;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of reservations, plain or gzipped, on disk or inside the product.
 *
 * <p>It is read into memory, so its size is limited; a wrong header refuses the file, a wrong row only itself.
 */
public final class BookingFile {

    /** The bundled sample: 10,000 of the data's reservations, every ninth or tenth row of the file. */
    public static final BookingFile SAMPLE = bundled("hotel-bookings-sample.csv.gz");

    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_ROWS = 1_000_000;
    private static final int LONGEST_LINE = 4_096;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final String name;
    private final Opening opening;

    private BookingFile(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    public static BookingFile at(Path path) {
        return new BookingFile(String.valueOf(path.getFileName()), () -> Files.newInputStream(path));
    }

    private static BookingFile bundled(String resource) {
        return new BookingFile(resource, () -> {
            InputStream stream = BookingFile.class.getResourceAsStream("/replay/" + resource);
            if (stream == null) {
                throw new IOException("the product lacks it");
            }
            return stream;
        });
    }

    public String name() {
        return name;
    }

    /** Hex SHA-256 of the bytes as they are stored: the same file under another name is the same file. */
    public String digest() {
        try (InputStream bytes = opening.open()) {
            DigestInputStream digesting = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw unreadable(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Reads every row, in the order of the file. */
    public Contents read() {
        try (BufferedReader lines = lines()) {
            checkHeader(nextLine(lines));
            return rows(lines);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Contents rows(BufferedReader lines) throws IOException {
        RowReader reader = new RowReader();
        List<Reservation> reservations = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        long number = 1;
        for (String line = nextLine(lines); line != null; line = nextLine(lines)) {
            number++;
            if (number > MOST_ROWS) {
                throw new UnreadableFile(name + " has more than " + MOST_ROWS + " rows; split it.");
            }
            if (line.isBlank()) {
                continue;
            }
            try {
                reservations.add(reader.read(line));
            } catch (WrongValue e) {
                rejected.add(new RejectedRow(number, String.valueOf(e.getMessage())));
            }
        }
        return new Contents(List.copyOf(reservations), List.copyOf(rejected));
    }

    private void checkHeader(@Nullable String line) {
        String header = line == null ? "" : line.startsWith("\uFEFF") ? line.substring(1) : line;
        List<String> titles;
        try {
            titles = CsvLine.split(header);
        } catch (WrongValue e) {
            throw new UnreadableFile(name + " is not a file of hotel bookings: in its header, " + e.getMessage(), e);
        }
        List<String> expected = Column.header();
        for (int i = 0; i < expected.size(); i++) {
            String title = i < titles.size() ? titles.get(i) : "";
            if (!expected.get(i).equals(title)) {
                throw new UnreadableFile(name + " is not a file of hotel bookings: column " + (i + 1) + " should be "
                        + expected.get(i) + ", not " + shortened(title) + ".");
            }
        }
        if (titles.size() > expected.size()) {
            throw new UnreadableFile(name + " has " + titles.size() + " columns, not " + expected.size() + ".");
        }
    }

    private static String shortened(String title) {
        if (title.isEmpty()) {
            return "nothing";
        }
        return title.length() <= 40 ? title : title.substring(0, 40) + "…";
    }

    private @Nullable String nextLine(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder(256);
        int next = lines.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() == LONGEST_LINE) {
                throw new UnreadableFile(name + " has a line of more than " + LONGEST_LINE + " characters.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
            next = lines.read();
        }
        return line.toString();
    }

    private BufferedReader lines() throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(opening.open());
        bytes.mark(2);
        int magic = (bytes.read() << 8) | bytes.read();
        bytes.reset();
        InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new BufferedReader(new InputStreamReader(new Limited(plain), StandardCharsets.UTF_8), 1 << 16);
    }

    private UnreadableFile unreadable(IOException e) {
        return new UnreadableFile(name + " cannot be read: " + e.getMessage() + ".", e);
    }

    /** What the file says, and which of its rows could not be meant. */
    public record Contents(List<Reservation> reservations, List<RejectedRow> rejected) {}

    private interface Opening {
        InputStream open() throws IOException;
    }

    /** Stops a small file that unpacks into an endless one. */
    private static final class Limited extends FilterInputStream {

        private long left = MOST_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return counted(read, read);
        }

        private int counted(int result, int bytes) throws IOException {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw new IOException("it holds more than " + (MOST_BYTES >> 20) + " MiB");
            }
            return result;
        }
    }
}

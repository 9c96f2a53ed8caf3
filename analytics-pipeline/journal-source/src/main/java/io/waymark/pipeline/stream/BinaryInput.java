package io.waymark.pipeline.stream;

import io.waymark.kernel.Money;
import java.io.DataInput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinaryOutput} has written, in the same order. */
public final class BinaryInput {

    private final DataInput in;

    public BinaryInput(DataInput in) {
        this.in = in;
    }

    /** Reads the elements of a list. */
    @FunctionalInterface
    public interface Element<E> {
        E read() throws IOException;
    }

    public int integer() throws IOException {
        return in.readInt();
    }

    public long number() throws IOException {
        return in.readLong();
    }

    public @Nullable String optionalText() throws IOException {
        int length = in.readInt();
        if (length == BinaryOutput.ABSENT) {
            return null;
        }
        byte[] utf8 = new byte[length];
        in.readFully(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    public String text() throws IOException {
        return present(optionalText());
    }

    public @Nullable Instant optionalTime() throws IOException {
        int nanos = in.readInt();
        return nanos == BinaryOutput.ABSENT ? null : Instant.ofEpochSecond(in.readLong(), nanos);
    }

    public Instant time() throws IOException {
        return present(optionalTime());
    }

    public @Nullable LocalDate optionalDate() throws IOException {
        long day = in.readLong();
        return day == BinaryOutput.NO_DAY ? null : LocalDate.ofEpochDay(day);
    }

    public LocalDate date() throws IOException {
        return present(optionalDate());
    }

    public Money money() throws IOException {
        long minor = in.readLong();
        return Money.of(minor, text());
    }

    public <E> List<E> list(Element<E> element) throws IOException {
        int size = in.readInt();
        List<E> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(element.read());
        }
        return List.copyOf(values);
    }

    private static <V> V present(@Nullable V value) throws IOException {
        if (value == null) {
            throw new StreamCorruptedException("a value that is always there is missing");
        }
        return value;
    }
}

package io.waymark.pipeline.stream;

import io.waymark.kernel.Money;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the values that records of ours consist of. What may be absent takes a mark of its own. */
public final class BinaryOutput {

    static final int ABSENT = -1;
    static final long NO_DAY = Long.MIN_VALUE;

    private final DataOutput out;

    public BinaryOutput(DataOutput out) {
        this.out = out;
    }

    /** Writes the elements of a list. */
    @FunctionalInterface
    public interface Element<E> {
        void write(E element) throws IOException;
    }

    public void number(int value) throws IOException {
        out.writeInt(value);
    }

    public void number(long value) throws IOException {
        out.writeLong(value);
    }

    public void text(@Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(ABSENT);
        } else {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }
    }

    public void time(@Nullable Instant value) throws IOException {
        if (value == null) {
            out.writeInt(ABSENT);
        } else {
            out.writeInt(value.getNano());
            out.writeLong(value.getEpochSecond());
        }
    }

    public void date(@Nullable LocalDate value) throws IOException {
        out.writeLong(value == null ? NO_DAY : value.toEpochDay());
    }

    public void money(Money value) throws IOException {
        out.writeLong(value.amountMinor());
        text(value.currency().getCurrencyCode());
    }

    public <E> void list(List<E> values, Element<E> element) throws IOException {
        out.writeInt(values.size());
        for (E value : values) {
            element.write(value);
        }
    }
}

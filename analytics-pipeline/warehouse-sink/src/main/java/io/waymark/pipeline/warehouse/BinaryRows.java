package io.waymark.pipeline.warehouse;

import io.waymark.kernel.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary form of {@code COPY}: nothing is written as text here and parsed there, which is half of what
 * it costs to load a row.
 */
final class BinaryRows {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final short END = -1;
    private static final int NULL = -1;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int INITIAL_BYTES = 1 << 16;

    /** PostgreSQL's numeric has digits to the base of ten thousand. */
    private static final BigInteger BASE = BigInteger.valueOf(10_000);

    private static final int BASE_DIGITS = 4;
    private static final short NEGATIVE = 0x4000;

    private ByteBuffer out = ByteBuffer.allocate(INITIAL_BYTES).put(SIGNATURE);

    /** Begins a row of so many columns. */
    void row(int columns) {
        room(Short.BYTES).putShort((short) columns);
    }

    /** Adds a value in the form of its column's type. */
    void add(ColumnType type, @Nullable Object value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
            return;
        }
        switch (type) {
            case TEXT -> {
                byte[] utf8 = ((String) value).getBytes(StandardCharsets.UTF_8);
                sized(utf8.length).put(utf8);
            }
            case BOOLEAN -> sized(Byte.BYTES).put((byte) ((Boolean) value ? 1 : 0));
            case INTEGER -> sized(Integer.BYTES).putInt((Integer) value);
            case BIGINT -> sized(Long.BYTES).putLong((Long) value);
            case DATE -> sized(Integer.BYTES).putInt(Math.toIntExact(((LocalDate) value).toEpochDay() - EPOCH_DAY));
            case TIMESTAMPTZ -> sized(Long.BYTES).putLong(ChronoUnit.MICROS.between(EPOCH, (Instant) value));
            case NUMERIC -> numeric(((Money) value).major());
        }
    }

    /** All rows, with the mark of their end. Nothing can be added any more. */
    ByteBuffer finish() {
        return room(Short.BYTES).putShort(END).flip().asReadOnlyBuffer();
    }

    /** Number of digits, weight of the first, sign, decimal places, then the digits. */
    private void numeric(BigDecimal value) {
        int places = Math.max(0, value.scale());
        int afterPoint = (places + BASE_DIGITS - 1) / BASE_DIGITS;
        Deque<Short> digits = new ArrayDeque<>();
        BigInteger left =
                value.setScale(afterPoint * BASE_DIGITS).unscaledValue().abs();
        while (left.signum() > 0) {
            BigInteger[] parts = left.divideAndRemainder(BASE);
            digits.addFirst(parts[1].shortValue());
            left = parts[0];
        }
        ByteBuffer target = sized((BASE_DIGITS + digits.size()) * Short.BYTES)
                .putShort((short) digits.size())
                .putShort((short) (digits.size() - afterPoint - 1))
                .putShort(value.signum() < 0 ? NEGATIVE : 0)
                .putShort((short) places);
        digits.forEach(target::putShort);
    }

    private ByteBuffer sized(int length) {
        return room(Integer.BYTES + length).putInt(length);
    }

    private ByteBuffer room(int length) {
        if (out.remaining() < length) {
            int needed = out.position() + length;
            out = ByteBuffer.allocate(Math.max(needed, out.capacity() * 2)).put(out.flip());
        }
        return out;
    }
}

package io.waymark.pipeline.stream;

import java.io.IOException;
import java.io.Serializable;

/**
 * How a record is written and read as bytes: for what is kept by the hundred thousand and touched by every event, where JSON
 * would cost more than all the rest.
 *
 * <p>Each value begins with the version of its form, so state of older releases is read for ever: a new form is a new number,
 * and {@link #read} knows all of them. Implementations have a public constructor without parameters; checkpoints remember
 * their name.
 */
public interface BinaryForm<T> extends Serializable {

    Class<T> type();

    /** The version that {@link #write} writes. */
    int version();

    void write(T value, BinaryOutput out) throws IOException;

    /** Reads a value that was written in this version of the form, or in an older one. */
    T read(int version, BinaryInput in) throws IOException;
}

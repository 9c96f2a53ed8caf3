package io.waymark.runtime.projection;

import io.waymark.events.Slices;
import java.util.ArrayList;
import java.util.List;

/** The slices of the journal that one worker reads, both ends included. */
public record SliceRange(int first, int last) {

    /** Cuts all slices into this many ranges of equal size; a power of two up to the number of slices. */
    public static List<SliceRange> cut(int ranges) {
        if (Slices.COUNT % ranges != 0) {
            throw new IllegalArgumentException(Slices.COUNT + " slices cannot be cut into " + ranges);
        }
        int size = Slices.COUNT / ranges;
        List<SliceRange> cut = new ArrayList<>(ranges);
        for (int first = 0; first < Slices.COUNT; first += size) {
            cut.add(new SliceRange(first, first + size - 1));
        }
        return List.copyOf(cut);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}

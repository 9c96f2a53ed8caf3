package io.waymark.launcher.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of one check.
 *
 * @param name what was compared
 * @param compared how many things
 * @param differences how many of them differ
 * @param examples the first few differences, in words
 */
public record Check(String name, long compared, long differences, List<String> examples) {

    public Check {
        examples = List.copyOf(examples);
    }

    public boolean clean() {
        return differences == 0;
    }

    /** Collects what a check finds, keeping only as many examples as a person reads. */
    static final class Tally {

        private static final int EXAMPLES = 5;

        private final String name;
        private final List<String> examples = new ArrayList<>();
        private long compared;
        private long differences;

        Tally(String name) {
            this.name = name;
        }

        void compared() {
            compared++;
        }

        void differs(String example) {
            differences++;
            if (examples.size() < EXAMPLES) {
                examples.add(example);
            }
        }

        Check check() {
            return new Check(name, compared, differences, examples);
        }
    }
}

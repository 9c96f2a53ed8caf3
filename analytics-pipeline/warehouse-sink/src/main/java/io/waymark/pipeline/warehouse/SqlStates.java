package io.waymark.pipeline.warehouse;

import java.sql.SQLException;
import java.util.Set;

/** What PostgreSQL's error codes mean for a writer. */
final class SqlStates {

    /** Connection lost, out of resources, shutting down. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57");

    /** Serialization failure and deadlock: the same again will work. */
    private static final Set<String> PASSING = Set.of("40001", "40P01");

    /** Bad data and violated constraints: no repetition helps. */
    private static final Set<String> REFUSAL_CLASSES = Set.of("22", "23");

    private static final int CLASS_LENGTH = 2;

    private SqlStates() {}

    static boolean isPassing(SQLException failure) {
        return PASSING.contains(state(failure)) || PASSING_CLASSES.contains(category(failure));
    }

    static boolean isRefusal(SQLException failure) {
        return REFUSAL_CLASSES.contains(category(failure));
    }

    private static String category(SQLException failure) {
        String state = state(failure);
        return state.length() < CLASS_LENGTH ? state : state.substring(0, CLASS_LENGTH);
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}

package io.waymark.http;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away for the moment from one that is asked wrongly. */
final class Away {

    /**
     * Classes of SQL states: 08 the connection is gone, 53 it has run out of disk, memory or connections, 57 it is being
     * stopped, has crashed or is still starting, 58 its machine fails.
     */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "58");

    private Away() {}

    /** Whether the same request may well succeed later. */
    static boolean is(SQLException failure) {
        if (failure instanceof SQLTransientException) {
            return true;
        }
        @Nullable String state = failure.getSQLState();
        return state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}

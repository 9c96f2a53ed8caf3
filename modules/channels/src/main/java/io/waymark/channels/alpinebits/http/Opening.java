package io.waymark.channels.alpinebits.http;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.Request;
import io.waymark.channels.alpinebits.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in a call. */
public sealed interface Opening {

    /**
     * A request that can be carried out as far as its own content says.
     *
     * @param size of the document in bytes
     */
    record Ready(Action action, Request request, int size) implements Opening {}

    /** A document for an action that knows Errors, and that breaks the schema or a rule of the standard. */
    record Broken(Action action, List<Violation> violations, int size) implements Opening {}

    /** No action can be reached. */
    record Closed(@Nullable Action action, Answer answer) implements Opening {}
}

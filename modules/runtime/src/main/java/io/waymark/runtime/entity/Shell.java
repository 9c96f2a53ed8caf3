package io.waymark.runtime.entity;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.waymark.events.Meta;
import org.jspecify.annotations.Nullable;

/**
 * The state of an entity with what the runtime keeps beside it; this is what lies in a snapshot.
 *
 * @param revision number of events so far
 * @param recent the last commands, so that a repeated one meets its answer
 * @param last circumstances of the last event: the hash chain and pending steps go on from it
 */
record Shell<S>(
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
        S state,

        long revision,
        Recent recent,
        @Nullable Meta last)
        implements ClusterMessage {

    static <S> Shell<S> empty(S state) {
        return new Shell<>(state, 0, Recent.NONE, null);
    }

    Shell<S> after(S next, Meta meta) {
        long after = revision + 1;
        return new Shell<>(
                next, after, recent.with(new Recent.Entry(meta.commandId(), meta.commandDigest(), after)), meta);
    }

    String lastHash() {
        return last == null ? "" : last.hash();
    }
}

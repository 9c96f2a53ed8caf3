package io.waymark.launcher.parts;

import org.jspecify.annotations.Nullable;

/** One line of {@code ./waymark status}. Memory is what the processes of the part hold for themselves. */
public record PartStatus(
        String name,
        String url,
        boolean ready,
        @Nullable Long pid,
        @Nullable Long rssBytes,
        @Nullable Long lagMillis,
        int restarts,
        String log) {}

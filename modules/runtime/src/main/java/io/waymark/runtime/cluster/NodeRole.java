package io.waymark.runtime.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a node does in the cluster; every node does everything unless {@code WAYMARK_ROLES} says less. */
public enum NodeRole {
    /** Keeps entities: commands are decided and journalled here. */
    ENTITIES,
    /** Keeps the read models up to date and wakes entities that owe a step. */
    PROJECTIONS;

    /** The role's name in the cluster and in {@code WAYMARK_ROLES}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of this name.
     *
     * @throws IllegalArgumentException with a sentence that lists the roles there are
     */
    public static NodeRole of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.text().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("WAYMARK_ROLES takes "
                        + Arrays.stream(values()).map(NodeRole::text).collect(Collectors.joining(", ")) + ", not "
                        + text
                        + "."));
    }
}

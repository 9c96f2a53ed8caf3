package io.waymark.launcher.scenario.faults;

/** What can be broken. */
enum FaultKind {
    NODE,
    FLINK,
    ELASTICSEARCH,
    POSTGRES,
    SANDBOX,
    /** The disk of the database is filled to its last block for some seconds. */
    DISK_FULL,
    /** The wall clock of a node's process is minutes ahead for some seconds. */
    CLOCK_AHEAD,
    CLOCK_BEHIND
}

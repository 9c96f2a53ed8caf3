/**
 * Tells again, step by step and in the order of time, how reservations came to be as the file says they were.
 *
 * <p>Pure: the same file gives the same steps at the same instants on every machine, so a replay can be stopped anywhere.
 */
@NullMarked
package io.waymark.launcher.replay.schedule;

import org.jspecify.annotations.NullMarked;

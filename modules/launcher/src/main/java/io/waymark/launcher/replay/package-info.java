/**
 * Sends real reservations, with everything that happened to them, through the public interface of a running system.
 *
 * <p>{@link io.waymark.launcher.replay.Replay} is the way in; docs/decisions says what of the data is kept and what is
 * invented.
 */
@NullMarked
package io.waymark.launcher.replay;

import org.jspecify.annotations.NullMarked;

/**
 * Works out how many rooms a replay needs on every date, and what the calendar must say so that every stay fits.
 *
 * <p>Rooms that stayed guests slept in are capacity; what was on the books beyond them, later cancelled, is an allowance.
 */
@NullMarked
package io.waymark.launcher.replay.capacity;

import org.jspecify.annotations.NullMarked;

/**
 * Sends the steps of a schedule to a running system and keeps account of what became of each.
 *
 * <p>Many are under way at once, but never further apart than a window; whatever fails is sent again until it is answered,
 * which is safe because every message says the same each time.
 */
@NullMarked
package io.waymark.launcher.replay.delivery;

import org.jspecify.annotations.NullMarked;

/** A whole Waymark of real servers, as {@code ./waymark up} starts it, for scenarios to use and to break. */
@NullMarked
package io.waymark.scenarios.stack;

import org.jspecify.annotations.NullMarked;

/** Real reservations come in while things break, and every copy ends up saying what the file says. */
@NullMarked
package io.waymark.scenarios.replay;

import org.jspecify.annotations.NullMarked;

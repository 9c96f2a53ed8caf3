/** The parts of a running Waymark as processes: how each is started, watched, found again and stopped. */
@NullMarked
package io.waymark.launcher.parts;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.waymark.launcher.replay.capacity;

import org.jspecify.annotations.NullMarked;

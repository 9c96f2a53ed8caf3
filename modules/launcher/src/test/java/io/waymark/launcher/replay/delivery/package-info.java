@NullMarked
package io.waymark.launcher.replay.delivery;

import org.jspecify.annotations.NullMarked;

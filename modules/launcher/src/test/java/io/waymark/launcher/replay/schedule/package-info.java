@NullMarked
package io.waymark.launcher.replay.schedule;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.waymark.launcher.replay.source;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.waymark.launcher.replay;

import org.jspecify.annotations.NullMarked;

/** Everything that can break is broken in turn while guests, channels and a replay go on; then all is counted. */
@NullMarked
package io.waymark.launcher.scenario.faults;

import org.jspecify.annotations.NullMarked;

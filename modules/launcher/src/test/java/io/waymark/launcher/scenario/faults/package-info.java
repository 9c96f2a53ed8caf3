@NullMarked
package io.waymark.launcher.scenario.faults;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.waymark.telemetry;

import org.jspecify.annotations.NullMarked;

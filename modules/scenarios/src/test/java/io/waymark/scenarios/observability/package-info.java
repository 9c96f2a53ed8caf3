/** What a running Waymark tells of itself: metrics and their alerts, logs, traces. */
@NullMarked
package io.waymark.scenarios.observability;

import org.jspecify.annotations.NullMarked;

/** How soon what was committed is seen in search and warehouse, and how fast a backlog is worked off. */
@NullMarked
package io.waymark.launcher.bench.freshness;

import org.jspecify.annotations.NullMarked;

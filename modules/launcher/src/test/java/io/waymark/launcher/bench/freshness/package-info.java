@NullMarked
package io.waymark.launcher.bench.freshness;

import org.jspecify.annotations.NullMarked;

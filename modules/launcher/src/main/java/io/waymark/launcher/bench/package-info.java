/** {@code ./waymark bench}: the figures of docs/benchmarks.md, each beside a yardstick of the same run. */
@NullMarked
package io.waymark.launcher.bench;

import org.jspecify.annotations.NullMarked;

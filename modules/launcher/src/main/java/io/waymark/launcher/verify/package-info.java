/** {@code ./waymark verify}: the journal against itself, and everything derived from it against the journal. */
@NullMarked
package io.waymark.launcher.verify;

import org.jspecify.annotations.NullMarked;

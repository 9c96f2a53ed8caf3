/** What {@code ./waymark} runs: the commands a person types. */
@NullMarked
package io.waymark.launcher;

import org.jspecify.annotations.NullMarked;

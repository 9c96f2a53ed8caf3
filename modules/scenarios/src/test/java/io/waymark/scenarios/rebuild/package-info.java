/** Copies of the journal made anew while everything runs. */
@NullMarked
package io.waymark.scenarios.rebuild;

import org.jspecify.annotations.NullMarked;

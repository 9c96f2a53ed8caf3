/** Channels that sell from their own copies, over a bad road, with a node that dies. */
@NullMarked
package io.waymark.scenarios.channels;

import org.jspecify.annotations.NullMarked;

/** Whether a room costs the same wherever it is sold. */
@NullMarked
package io.waymark.channels.parity;

import org.jspecify.annotations.NullMarked;

/** One booking of one channel: what the channel said about it, in order, and what became of it here. */
@NullMarked
package io.waymark.channels.booking;

import org.jspecify.annotations.NullMarked;

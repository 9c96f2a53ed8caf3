/** Channels as servers: what we send them, each in its own protocol. */
@NullMarked
package io.waymark.channels.partner;

import org.jspecify.annotations.NullMarked;

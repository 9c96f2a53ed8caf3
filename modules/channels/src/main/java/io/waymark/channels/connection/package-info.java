/** Who may send to us on behalf of a channel, and for which hotels. */
@NullMarked
package io.waymark.channels.connection;

import org.jspecify.annotations.NullMarked;

/** Every message that was exchanged with a channel, in a table that is only ever appended to. */
@NullMarked
package io.waymark.channels.message;

import org.jspecify.annotations.NullMarked;

/** A channel's own books: what it was told may be sold, what it sold, what was said. */
@NullMarked
package io.waymark.sandbox.channel;

import org.jspecify.annotations.NullMarked;

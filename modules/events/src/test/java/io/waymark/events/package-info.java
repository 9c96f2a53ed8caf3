/** What the journal promises for ever: its bytes, its hashes, its slices. */
@NullMarked
package io.waymark.events;

import org.jspecify.annotations.NullMarked;

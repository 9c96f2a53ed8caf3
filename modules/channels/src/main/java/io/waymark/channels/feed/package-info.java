/** Takes what changed in the inventory and in prices to the entities that tell the channels. */
@NullMarked
package io.waymark.channels.feed;

import org.jspecify.annotations.NullMarked;

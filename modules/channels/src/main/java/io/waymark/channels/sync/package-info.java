/** What one channel is told about one room type: the rules and the entity. */
@NullMarked
package io.waymark.channels.sync;

import org.jspecify.annotations.NullMarked;

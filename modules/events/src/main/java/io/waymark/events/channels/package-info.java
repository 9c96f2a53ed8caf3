/** What channel managers and OTAs send, before it becomes a booking. */
@NullMarked
package io.waymark.events.channels;

import org.jspecify.annotations.NullMarked;

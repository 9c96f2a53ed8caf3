/** What happens to bookings, as it happens: one poller a node, any number of listeners. */
@NullMarked
package io.waymark.insights.feed;

import org.jspecify.annotations.NullMarked;

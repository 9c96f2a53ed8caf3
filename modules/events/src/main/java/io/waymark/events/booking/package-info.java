/** What happens to a booking, from request to check-out. */
@NullMarked
package io.waymark.events.booking;

import org.jspecify.annotations.NullMarked;

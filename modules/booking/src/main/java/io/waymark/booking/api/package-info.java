/** Bookings over HTTP: bodies in, views out. */
@NullMarked
package io.waymark.booking.api;

import org.jspecify.annotations.NullMarked;

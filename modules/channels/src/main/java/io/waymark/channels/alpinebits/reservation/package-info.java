/** GuestRequests: reservations, their changes and cancellations, and requests for a quote. */
@NullMarked
package io.waymark.channels.alpinebits.reservation;

import org.jspecify.annotations.NullMarked;

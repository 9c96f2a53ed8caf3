/**
 * Bookings from request to check-out. A booking is the consistency boundary: it alone writes its history, and it takes,
 * keeps and returns its rooms by durable steps that it owes to the inventory, the one context it calls.
 */
@NullMarked
package io.waymark.booking;

import org.jspecify.annotations.NullMarked;

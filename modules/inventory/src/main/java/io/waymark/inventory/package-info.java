/**
 * Properties, room types and what is free on which date. A room type is the consistency boundary: it alone writes its
 * dates, so nothing is ever oversold. It calls nobody; bookings call it through {@link io.waymark.inventory.RoomTypes}.
 */
@NullMarked
package io.waymark.inventory;

import org.jspecify.annotations.NullMarked;

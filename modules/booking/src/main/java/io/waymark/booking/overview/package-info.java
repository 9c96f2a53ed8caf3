/** The read model of bookings: one row each, always rebuildable from the journal. */
@NullMarked
package io.waymark.booking.overview;

import org.jspecify.annotations.NullMarked;

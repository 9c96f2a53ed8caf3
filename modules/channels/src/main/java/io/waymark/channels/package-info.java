/**
 * Channel managers and OTAs. Owns channel connections, channel bookings, channel messages and rate plans; the consistency
 * boundary is one booking of one channel. Calls bookings and inventory through their public ports only.
 */
@NullMarked
package io.waymark.channels;

import org.jspecify.annotations.NullMarked;

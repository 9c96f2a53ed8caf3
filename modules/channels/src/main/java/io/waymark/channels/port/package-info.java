/** What channels need of the modules that own bookings and inventory, in the words of channels. */
@NullMarked
package io.waymark.channels.port;

import org.jspecify.annotations.NullMarked;

/** FreeRooms: how many rooms of a category, or which rooms, are bookable, and when the house is closed. */
@NullMarked
package io.waymark.channels.alpinebits.freerooms;

import org.jspecify.annotations.NullMarked;

/** Inventory: room categories and rooms (Basic), and the description of the house (HotelInfo). */
@NullMarked
package io.waymark.channels.alpinebits.inventory;

import org.jspecify.annotations.NullMarked;

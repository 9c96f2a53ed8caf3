/** What can be read of the inventory: properties, room types and their dates, as the journal has made them. */
@NullMarked
package io.waymark.inventory.availability;

import org.jspecify.annotations.NullMarked;

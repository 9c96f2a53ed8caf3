/** What happens to properties and room types: capacity by date, holds, sales. */
@NullMarked
package io.waymark.events.inventory;

import org.jspecify.annotations.NullMarked;

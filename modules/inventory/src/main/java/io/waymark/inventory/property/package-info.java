/** Houses: how they are described, and how their room types come to be open. */
@NullMarked
package io.waymark.inventory.property;

import org.jspecify.annotations.NullMarked;

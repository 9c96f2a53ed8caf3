@NullMarked
package io.waymark.channels.alpinebits.inventory;

import org.jspecify.annotations.NullMarked;

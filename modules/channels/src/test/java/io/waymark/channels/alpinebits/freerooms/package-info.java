@NullMarked
package io.waymark.channels.alpinebits.freerooms;

import org.jspecify.annotations.NullMarked;

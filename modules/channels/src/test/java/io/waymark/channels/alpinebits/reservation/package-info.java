@NullMarked
package io.waymark.channels.alpinebits.reservation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.waymark.channels.alpinebits;

import org.jspecify.annotations.NullMarked;

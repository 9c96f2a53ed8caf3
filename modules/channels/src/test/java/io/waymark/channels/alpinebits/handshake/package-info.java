@NullMarked
package io.waymark.channels.alpinebits.handshake;

import org.jspecify.annotations.NullMarked;

/** The handshake: which versions, actions and capabilities both sides have. */
@NullMarked
package io.waymark.channels.alpinebits.handshake;

import org.jspecify.annotations.NullMarked;

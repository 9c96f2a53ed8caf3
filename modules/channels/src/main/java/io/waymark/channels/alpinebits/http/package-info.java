/** The HTTP side of AlpineBits: one POST endpoint with multipart parameters and plain-text errors. */
@NullMarked
package io.waymark.channels.alpinebits.http;

import org.jspecify.annotations.NullMarked;

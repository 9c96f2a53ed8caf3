@NullMarked
package io.waymark.channels.alpinebits.http;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.waymark.channels.alpinebits.xml;

import org.jspecify.annotations.NullMarked;

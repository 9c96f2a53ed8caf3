/** XML from strangers, read within limits and against the schema of AlpineBits 2020-10; and XML of our own. */
@NullMarked
package io.waymark.channels.alpinebits.xml;

import org.jspecify.annotations.NullMarked;

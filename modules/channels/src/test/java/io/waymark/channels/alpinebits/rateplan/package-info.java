@NullMarked
package io.waymark.channels.alpinebits.rateplan;

import org.jspecify.annotations.NullMarked;

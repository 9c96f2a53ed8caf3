@NullMarked
package io.waymark.channels.booking;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.waymark.channels.feed;

import org.jspecify.annotations.NullMarked;

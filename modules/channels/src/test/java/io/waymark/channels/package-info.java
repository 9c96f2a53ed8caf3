@NullMarked
package io.waymark.channels;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.waymark.channels.sync;

import org.jspecify.annotations.NullMarked;

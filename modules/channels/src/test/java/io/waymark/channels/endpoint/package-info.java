@NullMarked
package io.waymark.channels.endpoint;

import org.jspecify.annotations.NullMarked;

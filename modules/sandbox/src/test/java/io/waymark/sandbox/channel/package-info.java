@NullMarked
package io.waymark.sandbox.channel;

import org.jspecify.annotations.NullMarked;

/** The server side of each channel: what the house sends comes in here. */
@NullMarked
package io.waymark.sandbox.door;

import org.jspecify.annotations.NullMarked;

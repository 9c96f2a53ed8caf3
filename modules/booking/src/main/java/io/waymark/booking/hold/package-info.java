/** What becomes of holds that nobody confirms. */
@NullMarked
package io.waymark.booking.hold;

import org.jspecify.annotations.NullMarked;

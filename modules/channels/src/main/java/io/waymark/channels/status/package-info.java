/** What channels were told and what they make of it, for people: states, differences, prices, switches. */
@NullMarked
package io.waymark.channels.status;

import org.jspecify.annotations.NullMarked;

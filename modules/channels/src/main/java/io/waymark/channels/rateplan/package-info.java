/** Rate plans as the channels know them: one entity each, and a list of them by property. */
@NullMarked
package io.waymark.channels.rateplan;

import org.jspecify.annotations.NullMarked;

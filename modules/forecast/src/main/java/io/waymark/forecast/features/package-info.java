/** What a model may look at for one stay date, as known at the end of an origin. */
@NullMarked
package io.waymark.forecast.features;

import org.jspecify.annotations.NullMarked;

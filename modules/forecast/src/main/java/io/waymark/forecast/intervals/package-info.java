/** Turns the errors of earlier forecasts into intervals that keep their promise. */
@NullMarked
package io.waymark.forecast.intervals;

import org.jspecify.annotations.NullMarked;

/** How far forecasts were from what came. */
@NullMarked
package io.waymark.forecast.accuracy;

import org.jspecify.annotations.NullMarked;

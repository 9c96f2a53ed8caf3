/** Forecasts of invented hotels. */
@NullMarked
package io.waymark.forecast;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of the same name. */
@NullMarked
package io.waymark.insights.forecasts;

import org.jspecify.annotations.NullMarked;

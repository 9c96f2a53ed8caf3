/** Tests of the package of the same name. */
@NullMarked
package io.waymark.forecast.intervals;

import org.jspecify.annotations.NullMarked;

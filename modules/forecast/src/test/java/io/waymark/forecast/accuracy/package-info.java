/** Tests of the package of the same name. */
@NullMarked
package io.waymark.forecast.accuracy;

import org.jspecify.annotations.NullMarked;

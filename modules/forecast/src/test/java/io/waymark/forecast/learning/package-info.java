/** Tests of the package of the same name. */
@NullMarked
package io.waymark.forecast.learning;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of the same name. */
@NullMarked
package io.waymark.forecast.features;

import org.jspecify.annotations.NullMarked;

/** Ridge regression and gradient boosted trees, small and deterministic. */
@NullMarked
package io.waymark.forecast.learning;

import org.jspecify.annotations.NullMarked;

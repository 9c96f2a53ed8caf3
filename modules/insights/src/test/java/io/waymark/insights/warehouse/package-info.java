/** Tests of the rules in this package. */
@NullMarked
package io.waymark.insights.warehouse;

import org.jspecify.annotations.NullMarked;

/** Tests of the rules in this package. */
@NullMarked
package io.waymark.insights.search;

import org.jspecify.annotations.NullMarked;

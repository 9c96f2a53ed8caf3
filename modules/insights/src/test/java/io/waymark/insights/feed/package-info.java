/** Tests of the rules in this package. */
@NullMarked
package io.waymark.insights.feed;

import org.jspecify.annotations.NullMarked;

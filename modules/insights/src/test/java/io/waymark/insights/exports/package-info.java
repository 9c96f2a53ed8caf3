/** Tests of the rules in this package. */
@NullMarked
package io.waymark.insights.exports;

import org.jspecify.annotations.NullMarked;

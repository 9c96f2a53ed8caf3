/** Tests of the rules in this package. */
@NullMarked
package io.waymark.insights.dashboards;

import org.jspecify.annotations.NullMarked;

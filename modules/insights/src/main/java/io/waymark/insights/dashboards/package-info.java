/** What the warehouse says about the business: one shape for all dashboards, and the console's first page. */
@NullMarked
package io.waymark.insights.dashboards;

import org.jspecify.annotations.NullMarked;

/** Demand forecasts: trained on the warehouse's books by one node at a time, stored in it, and told with advice. */
@NullMarked
package io.waymark.insights.forecasts;

import org.jspecify.annotations.NullMarked;

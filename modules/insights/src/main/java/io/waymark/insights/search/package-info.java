/** Finding bookings and channel messages in Elasticsearch: words, filters, facets, marks, suggestions, pages. */
@NullMarked
package io.waymark.insights.search;

import org.jspecify.annotations.NullMarked;

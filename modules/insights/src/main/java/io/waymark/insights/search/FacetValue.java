package io.waymark.insights.search;

import org.jspecify.annotations.Nullable;

/**
 * One value of a facet.
 *
 * @param value what the facet's filter takes
 * @param label for people, where it differs
 */
record FacetValue(String value, @Nullable String label, long count) {}

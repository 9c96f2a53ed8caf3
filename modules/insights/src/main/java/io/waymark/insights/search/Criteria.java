package io.waymark.insights.search;

import java.util.List;
import java.util.Map;

/**
 * What is looked for.
 *
 * @param words as typed; empty for everything
 * @param filters values by the name of their facet: of one facet any value will do, of several facets all must fit
 * @param order of the hits
 */
record Criteria(String words, Map<String, List<String>> filters, List<Range> ranges, Order order) {

    Criteria {
        words = words.strip();
        filters = Map.copyOf(filters);
        ranges = List.copyOf(ranges);
    }
}

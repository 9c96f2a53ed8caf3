package io.waymark.insights.search;

import org.jspecify.annotations.Nullable;

/**
 * A property of documents by which they are filtered and counted.
 *
 * @param name of the filter's parameter and of the facet in the answer
 * @param field that holds its values, as a keyword
 * @param largest how many values are counted, largest first
 * @param labelField names the values for people; absent where they speak for themselves
 */
record Facet(
        String name, String field, int largest, @Nullable String labelField) {

    static Facet of(String name, String field, int largest) {
        return new Facet(name, field, largest, null);
    }
}

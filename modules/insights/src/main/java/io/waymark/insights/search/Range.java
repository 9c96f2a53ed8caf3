package io.waymark.insights.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lower and an upper bound on a field; at least one of them is there. */
sealed interface Range {

    Query query();

    /**
     * Days.
     *
     * @param before exclusive
     */
    record Days(
            String field,
            @Nullable LocalDate from,
            @Nullable LocalDate before) implements Range {

        @Override
        public Query query() {
            return Query.of(query -> query.range(range -> range.date(date -> {
                date.field(field).format("strict_date").timeZone("Z");
                if (from != null) {
                    date.gte(from.toString());
                }
                return before == null ? date : date.lt(before.toString());
            })));
        }
    }

    /**
     * Whole numbers.
     *
     * @param to inclusive
     */
    record Numbers(
            String field, @Nullable Long from, @Nullable Long to) implements Range {

        @Override
        public Query query() {
            return Query.of(query -> query.range(range -> range.longNumber(number -> {
                number.field(field);
                if (from != null) {
                    number.gte(from);
                }
                return to == null ? number : number.lte(to);
            })));
        }
    }
}

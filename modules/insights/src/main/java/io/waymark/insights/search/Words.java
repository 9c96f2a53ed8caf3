package io.waymark.insights.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody typed into the search box, as a query.
 *
 * <p>Every word must be found somewhere in the document: as it is, in another inflection, with a typo (words without
 * digits only: a number that is almost right is wrong), and the last word also as the beginning of one.
 */
final class Words {

    private static final String EVERYTHING = "everything";
    private static final int SHORTEST_TO_FORGIVE = 4;

    private final String text;
    private final List<String> words;

    Words(String text) {
        this.text = text.strip();
        this.words = Arrays.stream(this.text.split("[\\s\\p{Z}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Documents with all of the words.
     *
     * @param identifiers keyword fields; a document of which the text is one of their values is found too, and first
     */
    Query query(List<String> identifiers) {
        BoolQuery.Builder either = new BoolQuery.Builder().minimumShouldMatch("1");
        either.should(all());
        identifiers.forEach(field -> either.should(should -> should.constantScore(constant -> constant.boost(100f)
                .filter(filter ->
                        filter.term(term -> term.field(field).value(text).caseInsensitive(true))))));
        return either.build()._toQuery();
    }

    private Query all() {
        BoolQuery.Builder all = new BoolQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            all.must(anyForm(words.get(i), i == words.size() - 1));
        }
        return all.build()._toQuery();
    }

    /** What is to be marked in the hits: the same words, whatever field they are in. */
    Query marks() {
        BoolQuery.Builder any = new BoolQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            any.should(exact(word));
            if (forgives(word)) {
                any.should(fuzzy(word));
            }
            if (i == words.size() - 1) {
                any.should(should ->
                        should.matchBoolPrefix(match -> match.field(EVERYTHING).query(word)));
            }
        }
        return any.build()._toQuery();
    }

    private static Query anyForm(String word, boolean last) {
        BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
        any.should(exact(word));
        any.should(should -> should.match(match -> match.field(EVERYTHING + ".words")
                .query(word)
                .operator(Operator.And)
                .boost(2f)));
        if (last) {
            any.should(should -> should.matchBoolPrefix(
                    match -> match.field(EVERYTHING).query(word).operator(Operator.And)));
        }
        if (forgives(word)) {
            any.should(fuzzy(word));
        }
        return any.build()._toQuery();
    }

    /** A word of nothing but punctuation has no terms: it is passed over, not a reason to find nothing. */
    private static Query exact(String word) {
        return Query.of(query -> query.match(match -> match.field(EVERYTHING)
                .query(word)
                .operator(Operator.And)
                .zeroTermsQuery(ZeroTermsQuery.All)
                .boost(4f)));
    }

    private static Query fuzzy(String word) {
        return Query.of(query -> query.match(match -> match.field(EVERYTHING)
                .query(word)
                .operator(Operator.And)
                .fuzziness("AUTO")
                .prefixLength(1)
                .maxExpansions(50)
                .boost(0.5f)));
    }

    private static boolean forgives(String word) {
        return word.length() >= SHORTEST_TO_FORGIVE && word.chars().noneMatch(Character::isDigit);
    }
}

package io.waymark.insights.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The places of hits that matched: as text and positions, so that nobody is tempted to render markup. */
final class Marks {

    /** Around each match in what Elasticsearch answers. From the private use area: nobody's text contains them. */
    static final String START = "\uE000";

    static final String END = "\uE001";

    /** The form of a field that is marked. */
    static final String FIELD_SUFFIX = ".folded";

    private Marks() {}

    /**
     * A value of a field.
     *
     * @param marks start, inclusive, and end, exclusive, of each match, in UTF-16 units
     */
    record Fragment(String text, List<List<Integer>> marks) {

        Fragment {
            marks = List.copyOf(marks);
        }

        static Fragment parse(String tagged) {
            StringBuilder text = new StringBuilder(tagged.length());
            List<List<Integer>> marks = new ArrayList<>();
            int start = -1;
            for (int i = 0; i < tagged.length(); i++) {
                char letter = tagged.charAt(i);
                if (letter == START.charAt(0)) {
                    start = text.length();
                } else if (letter == END.charAt(0)) {
                    if (start >= 0 && start < text.length()) {
                        marks.add(List.of(start, text.length()));
                    }
                    start = -1;
                } else {
                    text.append(letter);
                }
            }
            return new Fragment(text.toString(), marks);
        }
    }

    /** By field of the hit. */
    static Map<String, List<Fragment>> of(Map<String, List<String>> highlights) {
        Map<String, List<Fragment>> marks = new LinkedHashMap<>();
        highlights.forEach((field, values) -> marks.put(
                field.endsWith(FIELD_SUFFIX) ? field.substring(0, field.length() - FIELD_SUFFIX.length()) : field,
                values.stream().map(Fragment::parse).toList()));
        return marks;
    }
}

package io.waymark.pipeline.search;

import java.util.List;

/**
 * Documents of one index that another one lacks, or has in an older version.
 *
 * @param compared documents of the first index
 * @param differing how many of them differ
 * @param examples some of their ids
 */
public record SearchDifferences(long compared, long differing, List<String> examples) {

    public SearchDifferences {
        examples = List.copyOf(examples);
    }
}

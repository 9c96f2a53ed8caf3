package io.waymark.servers.elasticsearch;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;

/** The analyzer {@code english}: Lucene's own, with the settings {@code stopwords} and {@code stem_exclusion}. */
final class EnglishText {

    private static final String NAME = "english";

    private EnglishText() {}

    static PreBuiltAnalyzerProviderFactory preBuilt() {
        return new PreBuiltAnalyzerProviderFactory(NAME, CachingStrategy.LUCENE, EnglishAnalyzer::new);
    }

    static AnalyzerProvider<EnglishAnalyzer> analyzer(
            IndexSettings index, Environment environment, String name, Settings settings) {
        CharArraySet unstemmed = new CharArraySet(settings.getAsList("stem_exclusion", List.of()), false);
        EnglishAnalyzer analyzer = new EnglishAnalyzer(stopWords(settings), unstemmed);
        return new AbstractIndexAnalyzerProvider<>(name) {
            @Override
            public EnglishAnalyzer get() {
                return analyzer;
            }
        };
    }

    private static CharArraySet stopWords(Settings settings) {
        List<String> words = settings.getAsList("stopwords", List.of("_english_"));
        if (words.equals(List.of("_english_"))) {
            return EnglishAnalyzer.getDefaultStopSet();
        }
        return words.equals(List.of("_none_")) ? CharArraySet.EMPTY_SET : new CharArraySet(words, true);
    }
}

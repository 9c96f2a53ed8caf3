package io.waymark.servers.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Token filters by the names and settings that a full Elasticsearch gives them. */
final class TokenFilters {

    private static final String PRESERVE_ORIGINAL = "preserve_original";

    private TokenFilters() {}

    /** Filters that an index defines with settings of its own. */
    static Map<String, AnalysisProvider<TokenFilterFactory>> configurable() {
        return Map.of(
                "lowercase", filter((tokens, settings) -> new LowerCaseFilter(tokens)),
                "asciifolding", filter(TokenFilters::folded),
                "stemmer", filter(TokenFilters::stemmed),
                "edge_ngram", filter(TokenFilters::beginnings),
                "ngram", filter(TokenFilters::pieces));
    }

    /** Filters that an analyzer names without defining them. */
    static List<PreConfiguredTokenFilter> ready() {
        return List.of(
                PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new),
                PreConfiguredTokenFilter.singleton("porter_stem", false, PorterStemFilter::new),
                PreConfiguredTokenFilter.singleton("kstem", false, KStemFilter::new),
                PreConfiguredTokenFilter.singleton("trim", true, TrimFilter::new));
    }

    private static TokenStream folded(TokenStream tokens, Settings settings) {
        return new ASCIIFoldingFilter(tokens, settings.getAsBoolean(PRESERVE_ORIGINAL, false));
    }

    private static TokenStream stemmed(TokenStream tokens, Settings settings) {
        String language = settings.get("language", settings.get("name", "english"));
        return switch (language) {
            case "english", "porter" -> new PorterStemFilter(tokens);
            case "light_english" -> new KStemFilter(tokens);
            case "minimal_english" -> new EnglishMinimalStemFilter(tokens);
            case "possessive_english" -> new EnglishPossessiveFilter(tokens);
            default -> throw new IllegalArgumentException("the local Elasticsearch has no stemmer for " + language);
        };
    }

    private static TokenStream beginnings(TokenStream tokens, Settings settings) {
        return new EdgeNGramTokenFilter(tokens, shortest(settings), longest(settings), keepsOriginal(settings));
    }

    private static TokenStream pieces(TokenStream tokens, Settings settings) {
        return new NGramTokenFilter(tokens, shortest(settings), longest(settings), keepsOriginal(settings));
    }

    private static int shortest(Settings settings) {
        return settings.getAsInt("min_gram", 1);
    }

    private static int longest(Settings settings) {
        return settings.getAsInt("max_gram", 2);
    }

    private static boolean keepsOriginal(Settings settings) {
        return settings.getAsBoolean(PRESERVE_ORIGINAL, false);
    }

    private static AnalysisProvider<TokenFilterFactory> filter(BiFunction<TokenStream, Settings, TokenStream> change) {
        return (index, environment, name, settings) -> new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream tokens) {
                return change.apply(tokens, settings);
            }
        };
    }
}

package io.waymark.pipeline.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/**
 * One of our indices: the alias that everyone uses, and the concrete index behind it.
 *
 * @param alias for reading and writing
 * @param definition resource with its settings and mappings
 * @param target what is written to: the alias, or the concrete index that is being filled to stand behind it
 */
public record SearchIndex(String alias, String definition, String target) implements Serializable {

    /** Part of the concrete index's name; a new meaning of a field is a new version, filled beside the old one. */
    private static final String VERSION = "-v1-";

    private static final String FIRST = "000001";

    /** One document per booking. The prefix sets apart the indices of different installations, or tests. */
    public static SearchIndex bookings(String prefix) {
        return ofAlias(prefix + "bookings", "/search/bookings.json");
    }

    /** One document per message exchanged with a channel. */
    public static SearchIndex channelMessages(String prefix) {
        return ofAlias(prefix + "channel-messages", "/search/channel-messages.json");
    }

    private static SearchIndex ofAlias(String alias, String definition) {
        return new SearchIndex(alias, definition, alias);
    }

    /** The same, written to a generation that is named and not yet, or no longer, asked by its alias. */
    public SearchIndex writtenTo(String generation) {
        return new SearchIndex(alias, definition, generation);
    }

    boolean writtenByAlias() {
        return target.equals(alias);
    }

    /** The name of the generation after this one. */
    String after(String generation) {
        int number = Integer.parseInt(generation.substring(generation.lastIndexOf('-') + 1));
        return alias + VERSION + "%06d".formatted(number + 1);
    }

    String pattern() {
        return alias + VERSION + "*";
    }

    String first() {
        return alias + VERSION + FIRST;
    }

    InputStream open() throws IOException {
        InputStream resource = SearchIndex.class.getResourceAsStream(definition);
        if (resource == null) {
            throw new IOException("the program lacks its resource " + definition);
        }
        return resource;
    }
}

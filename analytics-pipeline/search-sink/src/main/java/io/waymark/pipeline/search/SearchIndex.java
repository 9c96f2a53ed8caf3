package io.waymark.pipeline.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

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
    private static final String NAMES = "/search/names.json";

    /** One document per booking. The prefix sets apart the indices of different installations, or tests. */
    public static SearchIndex bookings(String prefix) {
        return ofAlias(prefix + "bookings", "/search/bookings.json");
    }

    /** One document per message exchanged with a channel. */
    public static SearchIndex channelMessages(String prefix) {
        return ofAlias(prefix + "channel-messages", "/search/channel-messages.json");
    }

    /** One document per name that bookings bear. */
    public static SearchIndex names(String prefix) {
        return ofAlias(prefix + "names", NAMES);
    }

    /** All indices of an installation. */
    public static List<SearchIndex> all(String prefix) {
        return List.of(bookings(prefix), channelMessages(prefix), names(prefix));
    }

    private static SearchIndex ofAlias(String alias, String definition) {
        return new SearchIndex(alias, definition, alias);
    }

    /** The same, written to a generation that is named and not yet, or no longer, asked by its alias. */
    public SearchIndex writtenTo(String generation) {
        return new SearchIndex(alias, definition, generation);
    }

    /** Whether the journal gives every document of it again; a name that nothing bears any more falls away. */
    public boolean keepsAll() {
        return !definition.equals(NAMES);
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

package io.waymark.pipeline.jobs.names;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.events.EventJson;
import io.waymark.pipeline.search.NameDocument;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.stream.Positioned;
import java.io.UncheckedIOException;

/** Names as documents of search. */
public final class NameDocuments {

    private static final String JOURNAL = "event_journal";

    private NameDocuments() {}

    /**
     * The name's document.
     *
     * @param bearer what bears it, which has one name of a kind at a time
     * @param version of the bearer, where it can be renamed
     */
    public static SearchDocument of(NameDocument name, String bearer, long version, Positioned origin) {
        try {
            return new SearchDocument(
                    name.tenant() + ":" + name.kind().label() + ":" + bearer,
                    version,
                    JOURNAL,
                    origin.txId(),
                    origin.ordering(),
                    origin.recordedAt(),
                    EventJson.MAPPER.writeValueAsBytes(name));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

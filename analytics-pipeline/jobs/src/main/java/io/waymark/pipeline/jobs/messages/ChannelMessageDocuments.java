package io.waymark.pipeline.jobs.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.events.EventJson;
import io.waymark.pipeline.search.ChannelMessageDocument;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.source.ChannelMessageRow;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What a channel message is in search. A message never changes, so its number serves as its version. */
public final class ChannelMessageDocuments {

    private static final String CHANNEL_MESSAGES = "channel_message";

    private ChannelMessageDocuments() {}

    public static SearchDocument document(ChannelMessageRow row) {
        try {
            return new SearchDocument(
                    Objects.requireNonNullElse(row.tenant(), "") + ":" + row.id(),
                    row.ordering(),
                    CHANNEL_MESSAGES,
                    row.txId(),
                    row.ordering(),
                    row.recordedAt(),
                    EventJson.MAPPER.writeValueAsBytes(content(row)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChannelMessageDocument content(ChannelMessageRow row) {
        return new ChannelMessageDocument(
                row.id(),
                row.tenant(),
                row.connection(),
                row.action(),
                row.direction(),
                row.hotelCode(),
                row.remoteIds(),
                row.outcome(),
                row.httpStatus(),
                row.errorCode(),
                row.reason(),
                row.bytes(),
                row.durationMicros(),
                row.occurredAt(),
                row.receivedAt(),
                row.requestId());
    }
}

package io.waymark.pipeline.search;

import io.waymark.pipeline.stream.Positioned;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A whole document on its way to Elasticsearch.
 *
 * @param id of the document: the entity's id with its tenant
 * @param version the entity's sequence number; an older version never replaces a newer one
 * @param origin the table that it comes from
 * @param json the document, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on as they are; nobody compares these records
public record SearchDocument(
        String id, long version, String origin, long txId, long ordering, Instant recordedAt, byte[] json)
        implements Positioned {

    String text() {
        return new String(json, StandardCharsets.UTF_8);
    }
}

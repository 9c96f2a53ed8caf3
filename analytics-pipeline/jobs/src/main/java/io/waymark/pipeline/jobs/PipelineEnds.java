package io.waymark.pipeline.jobs;

import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.source.ChannelMessageRow;
import io.waymark.pipeline.source.JournalRow;
import io.waymark.pipeline.stream.DeadLetter;
import io.waymark.pipeline.warehouse.BookingChange;
import io.waymark.pipeline.warehouse.InventoryChange;
import io.waymark.pipeline.warehouse.PropertyChange;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;

/** Where rows come from and where results go. */
public record PipelineEnds(
        Source<JournalRow, ?, ?> journal,
        Source<ChannelMessageRow, ?, ?> channelMessages,
        WarehouseEnds warehouse,
        SearchEnds search) {

    /** The tables of the warehouse. */
    public record WarehouseEnds(
            Sink<BookingChange> bookings,
            Sink<PropertyChange> properties,
            Sink<InventoryChange> inventory,
            Sink<ChannelMessageRow> channelMessages,
            Sink<DeadLetter> deadLetters) {}

    /** The indices of search. */
    public record SearchEnds(
            Sink<SearchDocument> bookings, Sink<SearchDocument> channelMessages, Sink<SearchDocument> names) {}
}

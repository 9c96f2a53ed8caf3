package io.waymark.pipeline.jobs;

import io.waymark.pipeline.jobs.booking.FoldBooking;
import io.waymark.pipeline.jobs.events.UnusableRows;
import io.waymark.pipeline.jobs.inventory.FoldRoomType;
import io.waymark.pipeline.jobs.inventory.PropertyNames;
import io.waymark.pipeline.jobs.inventory.ReadProperty;
import io.waymark.pipeline.jobs.messages.ChannelMessageDocuments;
import io.waymark.pipeline.jobs.names.NamesOfProperty;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.source.ChannelMessageRow;
import io.waymark.pipeline.source.JournalRow;
import io.waymark.pipeline.stream.JsonType;
import io.waymark.pipeline.warehouse.BookingChange;
import io.waymark.pipeline.warehouse.InventoryChange;
import io.waymark.pipeline.warehouse.PropertyChange;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * From the journal and the channel messages to the warehouse and search. Ends are passed in: production gives servers,
 * tests give what they like.
 *
 * <p>Every uid is part of the format of checkpoints: never change or reuse one.
 */
public final class JournalPipeline {

    private final PipelineEnds ends;

    public JournalPipeline(PipelineEnds ends) {
        this.ends = ends;
    }

    /** Adds the operators. */
    public void addTo(StreamExecutionEnvironment environment) {
        SingleOutputStreamOperator<JournalRow> rows = environment
                .fromSource(ends.journal(), WatermarkStrategy.noWatermarks(), "journal")
                .uid("journal/source")
                .process(new RouteRow())
                .returns(TypeInformation.of(JournalRow.class))
                .name("route")
                .uid("journal/route");
        SingleOutputStreamOperator<PropertyChange> properties = properties(rows.getSideOutput(RouteRow.PROPERTIES));
        SingleOutputStreamOperator<InventoryChange> inventory = inventory(rows.getSideOutput(RouteRow.ROOM_TYPES));
        SingleOutputStreamOperator<BookingChange> bookings = bookings(rows, names(properties));
        properties
                .getSideOutput(UnusableRows.TAG)
                .union(inventory.getSideOutput(UnusableRows.TAG), bookings.getSideOutput(UnusableRows.TAG))
                .sinkTo(ends.warehouse().deadLetters())
                .name("dead letters")
                .uid("dead-letters/warehouse");
        namesToSearch(properties
                .flatMap(new NamesOfProperty())
                .returns(TypeInformation.of(SearchDocument.class))
                .name("names of properties")
                .uid("names/properties")
                .union(bookings.getSideOutput(FoldBooking.NAMES_BORNE)));
        channelMessages(environment);
    }

    private SingleOutputStreamOperator<PropertyChange> properties(DataStream<JournalRow> rows) {
        SingleOutputStreamOperator<PropertyChange> properties = rows.process(new ReadProperty())
                .returns(new JsonType<>(PropertyChange.class))
                .name("read properties")
                .uid("properties/read");
        properties
                .sinkTo(ends.warehouse().properties())
                .name("properties to warehouse")
                .uid("properties/warehouse");
        return properties;
    }

    private BroadcastStream<PropertyNames> names(DataStream<PropertyChange> properties) {
        return properties
                .map(PropertyNames::of)
                .returns(new JsonType<>(PropertyNames.class))
                .name("names")
                .uid("properties/names")
                .broadcast(FoldBooking.NAMES);
    }

    private SingleOutputStreamOperator<InventoryChange> inventory(DataStream<JournalRow> rows) {
        SingleOutputStreamOperator<InventoryChange> inventory = rows.keyBy(JournalRow::persistenceId)
                .process(new FoldRoomType())
                .returns(new JsonType<>(InventoryChange.class))
                .name("fold room types")
                .uid("inventory/fold");
        inventory
                .sinkTo(ends.warehouse().inventory())
                .name("inventory to warehouse")
                .uid("inventory/warehouse");
        return inventory;
    }

    private SingleOutputStreamOperator<BookingChange> bookings(
            DataStream<JournalRow> rows, BroadcastStream<PropertyNames> names) {
        SingleOutputStreamOperator<BookingChange> bookings = rows.keyBy(JournalRow::persistenceId)
                .connect(names)
                .process(new FoldBooking())
                .returns(new JsonType<>(BookingChange.class))
                .name("fold bookings")
                .uid("bookings/fold");
        bookings.sinkTo(ends.warehouse().bookings())
                .name("bookings to warehouse")
                .uid("bookings/warehouse");
        // In a thread of its own: an index that is slow to take documents must not hold the warehouse back.
        bookings.getSideOutput(FoldBooking.DOCUMENTS)
                .sinkTo(ends.search().bookings())
                .disableChaining()
                .name("bookings to search")
                .uid("bookings/search");
        return bookings;
    }

    private void namesToSearch(DataStream<SearchDocument> names) {
        names.sinkTo(ends.search().names()).name("names to search").uid("names/search");
    }

    private void channelMessages(StreamExecutionEnvironment environment) {
        DataStream<ChannelMessageRow> messages = environment
                .fromSource(ends.channelMessages(), WatermarkStrategy.noWatermarks(), "channel messages")
                .uid("channel-messages/source");
        messages.sinkTo(ends.warehouse().channelMessages())
                .name("channel messages to warehouse")
                .uid("channel-messages/warehouse");
        messages.map(ChannelMessageDocuments::document)
                .returns(TypeInformation.of(SearchDocument.class))
                .name("channel message documents")
                .uid("channel-messages/documents")
                .sinkTo(ends.search().channelMessages())
                .name("channel messages to search")
                .uid("channel-messages/search");
    }
}

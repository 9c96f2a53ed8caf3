package io.waymark.pipeline.jobs.inventory;

import io.waymark.events.inventory.PropertyEvent;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypesOpened;
import io.waymark.pipeline.jobs.events.Decoded;
import io.waymark.pipeline.jobs.events.EventDecoder;
import io.waymark.pipeline.jobs.events.UnusableRows;
import io.waymark.pipeline.source.JournalRow;
import io.waymark.pipeline.warehouse.PropertyChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** A property's event says all there is to know of it, so there is nothing to fold. */
public final class ReadProperty extends ProcessFunction<JournalRow, PropertyChange> {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("NullAway.Init") // set by open()
    private transient EventDecoder<PropertyEvent> decoder;

    @Override
    public void open(OpenContext context) {
        decoder = new EventDecoder<>(PropertyEvent.class);
    }

    @Override
    public void processElement(JournalRow row, Context context, Collector<PropertyChange> out) {
        switch (decoder.decode(row)) {
            case Decoded.Known<PropertyEvent> known -> read(row, known, out);
            case Decoded.Unreadable<PropertyEvent> unreadable ->
                context.output(UnusableRows.TAG, UnusableRows.letter(row, unreadable.reason()));
        }
    }

    private static void read(JournalRow row, Decoded.Known<PropertyEvent> known, Collector<PropertyChange> out) {
        switch (known.event()) {
            case PropertyDefined defined ->
                out.collect(change(row, known.entity().tenant(), defined));
            case RoomTypesOpened opened -> {
                // The room types say so themselves.
            }
        }
    }

    private static PropertyChange change(JournalRow row, String tenant, PropertyDefined defined) {
        return new PropertyChange(
                row.txId(),
                row.ordering(),
                row.recordedAt(),
                tenant,
                defined.propertyId(),
                row.sequenceNumber(),
                defined.code(),
                defined.name(),
                defined.place(),
                defined.currency().getCurrencyCode(),
                defined.timeZone().getId(),
                defined.roomTypes().stream()
                        .map(offer -> new PropertyChange.RoomType(
                                offer.roomTypeId(), offer.code(), offer.name(), offer.maxGuests()))
                        .toList());
    }
}

package io.waymark.pipeline.jobs.booking;

import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingRequested;
import io.waymark.pipeline.jobs.events.Decoded;
import io.waymark.pipeline.jobs.events.EventDecoder;
import io.waymark.pipeline.jobs.events.UnusableRows;
import io.waymark.pipeline.jobs.inventory.PropertyNames;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.source.JournalRow;
import io.waymark.pipeline.stream.BinaryType;
import io.waymark.pipeline.stream.JsonType;
import io.waymark.pipeline.warehouse.BookingChange;
import io.waymark.telemetry.TraceSpan;
import io.waymark.telemetry.Tracing;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Folds one booking's events into its rows in the warehouse and its document in search.
 *
 * <p>The journal is read at least once, so an event at or below the booking's version is a replay and is dropped. The
 * version is also the one that guards every write, which makes a repeated write harmless.
 *
 * <p>Documents carry names, so that a typing error in a name is found. When a property is renamed, the documents of its
 * bookings are written again.
 *
 * <p>A document costs more than everything else that an event causes, and only the newest counts. So while a backlog is
 * read, a changed booking is only noted, and its document is written when the reader has come to the end, or far enough: the
 * watermark says so.
 */
public final class FoldBooking extends KeyedBroadcastProcessFunction<String, JournalRow, PropertyNames, BookingChange> {

    private static final long serialVersionUID = 1;

    /** The side output by which documents leave. */
    public static final OutputTag<SearchDocument> DOCUMENTS =
            new OutputTag<>("documents", TypeInformation.of(SearchDocument.class));

    /** The side output by which names leave that bookings bear and nothing else describes. */
    public static final OutputTag<SearchDocument> NAMES_BORNE =
            new OutputTag<>("names-borne", TypeInformation.of(SearchDocument.class));

    /** Names of all properties by their ids, the same in every parallel instance. */
    public static final MapStateDescriptor<String, PropertyNames> NAMES =
            new MapStateDescriptor<>("property-names", Types.STRING, new JsonType<>(PropertyNames.class));

    private static final ValueStateDescriptor<FoldedBooking> BOOKING =
            new ValueStateDescriptor<>("booking", new BinaryType<>(new FoldedBookingForm()));

    /** An event that is this old when it is read belongs to a backlog. */
    private static final long BEHIND_MILLIS = 5_000;

    /** Documents that wait are due together, as they were changed within the same stretch of time. */
    private static final long DUE_EVERY_MILLIS = 10_000;

    @SuppressWarnings("NullAway.Init") // set by open()
    private transient EventDecoder<BookingEvent> decoder;

    @SuppressWarnings("NullAway.Init") // set by open()
    private transient ValueState<FoldedBooking> booking;

    @SuppressWarnings("NullAway.Init") // set by open()
    private transient NamesBorne borne;

    @Override
    public void open(OpenContext context) {
        Tracing.start("waymark-pipeline", System.getenv());
        decoder = new EventDecoder<>(BookingEvent.class);
        booking = getRuntimeContext().getState(BOOKING);
        borne = new NamesBorne();
    }

    @Override
    public void processElement(JournalRow row, ReadOnlyContext context, Collector<BookingChange> out) throws Exception {
        @Nullable FoldedBooking before = booking.value();
        if (before != null && row.sequenceNumber() <= before.mark().version()) {
            return;
        }
        switch (decoder.decode(row)) {
            case Decoded.Known<BookingEvent> known -> {
                @Nullable
                TraceSpan span = Tracing.span("fold booking", known.meta().traceparent());
                fold(before, row, known, context, out);
                TraceSpan.end(span, null);
            }
            case Decoded.Unreadable<BookingEvent> unreadable ->
                context.output(UnusableRows.TAG, UnusableRows.letter(row, unreadable.reason()));
        }
    }

    @Override
    public void processBroadcastElement(PropertyNames names, Context context, Collector<BookingChange> out)
            throws Exception {
        BroadcastState<String, PropertyNames> known = context.getBroadcastState(NAMES);
        @Nullable PropertyNames before = known.get(names.propertyId());
        if (before != null && names.version() <= before.version()) {
            return;
        }
        known.put(names.propertyId(), names);
        if (before == null || !names.saysTheSameAs(before)) {
            context.applyToKeyedState(BOOKING, (key, state) -> {
                @Nullable FoldedBooking folded = state.value();
                if (folded != null && folded.agreed().propertyId().equals(names.propertyId())) {
                    context.output(DOCUMENTS, BookingDocuments.document(folded, names));
                }
            });
        }
    }

    private void fold(
            @Nullable FoldedBooking before,
            JournalRow row,
            Decoded.Known<BookingEvent> known,
            ReadOnlyContext context,
            Collector<BookingChange> out)
            throws Exception {
        Folded folded;
        try {
            FoldedBooking after = after(before, row, known);
            BookingDocuments.requirePossible(after);
            folded =
                    new Folded(after, BookingFacts.change(before, after, known.event(), known.meta(), row.eventName()));
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
            // The event contradicts the booking, or a figure is beyond all bounds.
            context.output(UnusableRows.TAG, UnusableRows.letter(row, String.valueOf(e.getMessage())));
            return;
        }
        booking.update(folded.booking());
        out.collect(folded.change());
        borne.newIn(folded.booking(), name -> context.output(NAMES_BORNE, name));
        TimerService timers = context.timerService();
        if (timers.currentProcessingTime() - row.recordedAt().toEpochMilli() > BEHIND_MILLIS) {
            timers.registerEventTimeTimer(due(folded.booking()));
        } else {
            context.output(DOCUMENTS, BookingDocuments.document(folded.booking(), names(folded.booking(), context)));
        }
    }

    private record Folded(FoldedBooking booking, BookingChange change) {}

    /** Writes the document that has waited, unless the booking has changed since and its document is written later. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<BookingChange> out) throws Exception {
        @Nullable FoldedBooking folded = booking.value();
        if (folded != null && due(folded) == timestamp) {
            context.output(DOCUMENTS, BookingDocuments.document(folded, names(folded, context)));
        }
    }

    private static long due(FoldedBooking booking) {
        long recorded = booking.mark().recordedAt().toEpochMilli();
        return recorded - Math.floorMod(recorded, DUE_EVERY_MILLIS);
    }

    private static FoldedBooking after(
            @Nullable FoldedBooking before, JournalRow row, Decoded.Known<BookingEvent> known) {
        Mark mark = Mark.of(row, known.meta());
        if (before != null) {
            return before.after(known.event(), mark);
        }
        if (known.event() instanceof BookingRequested requested) {
            return FoldedBooking.requested(
                    known.entity().tenant(), known.entity().id(), requested, mark);
        }
        throw new IllegalStateException("the booking was never requested");
    }

    private static @Nullable PropertyNames names(FoldedBooking folded, ReadOnlyContext context) throws Exception {
        return context.getBroadcastState(NAMES).get(folded.agreed().propertyId());
    }
}

package io.waymark.pipeline.jobs.booking;

import static io.waymark.pipeline.jobs.Rows.broken;
import static io.waymark.pipeline.jobs.Rows.row;
import static io.waymark.pipeline.jobs.Stories.ARRIVAL;
import static io.waymark.pipeline.jobs.Stories.DOUBLE;
import static io.waymark.pipeline.jobs.Stories.bookingEntity;
import static io.waymark.pipeline.jobs.Stories.confirmed;
import static io.waymark.pipeline.jobs.Stories.details;
import static io.waymark.pipeline.jobs.Stories.requested;
import static io.waymark.pipeline.jobs.Stories.stay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.events.EventJson;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.pipeline.jobs.Stories;
import io.waymark.pipeline.jobs.events.UnusableRows;
import io.waymark.pipeline.jobs.inventory.PropertyNames;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.source.JournalRow;
import io.waymark.pipeline.stream.DeadLetter;
import io.waymark.pipeline.warehouse.BookingChange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldBookingTest {

    private static final String BOOKING = bookingEntity(1);
    private static final JournalRow REQUESTED =
            row(BOOKING, 1, requested(details(20_000, stay(1, DOUBLE, ARRIVAL, 2))));
    private static final JournalRow CONFIRMED = row(BOOKING, 2, confirmed());

    private static final long LONG_AFTER =
            Stories.BOOKED.plus(Duration.ofDays(1)).toEpochMilli();

    private KeyedBroadcastOperatorTestHarness<String, JournalRow, PropertyNames, BookingChange> fold;

    @BeforeEach
    void open() throws Exception {
        fold = harness();
    }

    @AfterEach
    void close() throws Exception {
        fold.close();
    }

    @Test
    void everyEventBecomesAFactAndADocument() throws Exception {
        take(REQUESTED, CONFIRMED);

        assertThat(fold.extractOutputValues())
                .extracting(
                        change -> change.event().type(),
                        change -> change.event().bookingsDelta())
                .containsExactly(tuple("booking.requested", 0), tuple("booking.confirmed", 1));
        assertThat(documents())
                .extracting(document -> document.path("status").asText())
                .containsExactly("requested", "confirmed");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aNameIsToldOnceHoweverManyBearIt() throws Exception {
        take(REQUESTED, CONFIRMED);

        List<SearchDocument> names = sideOutput(FoldBooking.NAMES_BORNE);
        assertThat(names).extracting(SearchDocument::id).doesNotHaveDuplicates().isNotEmpty();
        assertThat(names)
                .allSatisfy(name -> assertThat(EventJson.MAPPER
                                .readTree(name.json())
                                .path("text")
                                .asText())
                        .isNotBlank());
        assertThat(names).extracting(SearchDocument::id).anyMatch(id -> id.contains(":channel:"));
    }

    @Test
    void aReplayChangesNothing() throws Exception {
        take(REQUESTED, CONFIRMED, REQUESTED, CONFIRMED);

        assertThat(fold.extractOutputValues()).hasSize(2);
        assertThat(documents()).hasSize(2);
    }

    @Test
    void inABacklogTheDocumentIsWrittenOnceWhenTheEndIsReached() throws Exception {
        fold.setProcessingTime(LONG_AFTER);
        take(REQUESTED, CONFIRMED);
        assertThat(fold.extractOutputValues()).hasSize(2);
        assertThat(documents()).isEmpty();

        reach(LONG_AFTER);

        assertThat(documents())
                .extracting(document -> document.path("status").asText())
                .containsExactly("confirmed");
    }

    @Test
    void aDocumentThatWaitsOutlivesTheProcess() throws Exception {
        fold.setProcessingTime(LONG_AFTER);
        take(REQUESTED, CONFIRMED);
        OperatorSubtaskState checkpoint = fold.snapshot(1, 1);
        fold.close();
        fold = unopened();
        fold.initializeState(checkpoint);
        fold.open();

        reach(LONG_AFTER);

        assertThat(documents()).hasSize(1);
    }

    @Test
    void stateOutlivesTheProcess() throws Exception {
        take(REQUESTED);
        OperatorSubtaskState checkpoint = fold.snapshot(1, 1);
        fold.close();
        fold = unopened();
        fold.initializeState(checkpoint);
        fold.open();

        take(REQUESTED, CONFIRMED);

        assertThat(fold.extractOutputValues())
                .extracting(BookingChange::ordering)
                .containsExactly(2L);
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheRestGoesOn() throws Exception {
        JournalRow unknown = broken(BOOKING, 2, "booking.teleported.v1", "{\"data\":{},\"meta\":{}}");
        JournalRow damaged = broken(BOOKING, 3, "booking.confirmed.v1", "{\"data\":");
        JournalRow noObject = broken(BOOKING, 4, "booking.confirmed.v1", "[]");
        JournalRow orphan = row(bookingEntity(2), 2, confirmed());

        take(REQUESTED, unknown, damaged, noObject, orphan, row(BOOKING, 5, confirmed()));

        assertThat(deadLetters())
                .extracting(DeadLetter::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).isEqualTo("no event is called booking.teleported.v1"),
                        reason -> assertThat(reason).startsWith("the payload is not a booking.confirmed.v1"),
                        reason -> assertThat(reason).startsWith("the payload is not a booking.confirmed.v1"),
                        reason -> assertThat(reason).isEqualTo("the booking was never requested"));
        assertThat(fold.extractOutputValues())
                .extracting(BookingChange::ordering)
                .containsExactly(1L, 5L);
    }

    @Test
    void aNewNameIsWrittenIntoEveryDocumentOfTheProperty() throws Exception {
        fold.processBroadcastElement(names(1, "Hotel Chiado"), 0);
        take(REQUESTED);
        fold.processBroadcastElement(names(2, "Hotel Rossio"), 0);

        assertThat(documents())
                .extracting(document -> document.path("propertyName").asText())
                .containsExactly("Hotel Chiado", "Hotel Rossio");
        assertThat(documents())
                .extracting(document -> document.path("revision").asLong())
                .containsOnly(1L);
    }

    @Test
    void aDescriptionThatSaysTheSameWritesNothing() throws Exception {
        fold.processBroadcastElement(names(1, "Hotel Chiado"), 0);
        take(REQUESTED, row(BOOKING, 2, new BookingCancelled("weather")));
        fold.processBroadcastElement(names(2, "Hotel Chiado"), 0);
        fold.processBroadcastElement(names(1, "An older name"), 0);

        assertThat(documents()).hasSize(2);
    }

    @Test
    void aDocumentIsReadableBeforeItsPropertyIsDescribed() throws Exception {
        take(REQUESTED);

        assertThat(documents().getFirst().path("propertyCode").asText()).isEqualTo("LIS");
        assertThat(documents().getFirst().path("roomTypeNames").get(0).asText()).isEqualTo("DBL");
        assertThat(documents().getFirst().has("propertyName")).isFalse();
    }

    private static KeyedBroadcastOperatorTestHarness<String, JournalRow, PropertyNames, BookingChange> harness()
            throws Exception {
        KeyedBroadcastOperatorTestHarness<String, JournalRow, PropertyNames, BookingChange> harness = unopened();
        harness.open();
        return harness;
    }

    private static KeyedBroadcastOperatorTestHarness<String, JournalRow, PropertyNames, BookingChange> unopened()
            throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new FoldBooking(), List.of(FoldBooking.NAMES)),
                JournalRow::persistenceId,
                Types.STRING,
                1,
                1,
                0);
    }

    private static PropertyNames names(long version, String name) {
        return new PropertyNames(Stories.PROPERTY, version, name, "Lisbon", Map.of(DOUBLE, "Double with balcony"));
    }

    private void take(JournalRow... rows) throws Exception {
        for (JournalRow row : rows) {
            fold.processElement(row, 0);
        }
    }

    /** Everything that was recorded before this time has been read. */
    private void reach(long millis) throws Exception {
        fold.processWatermark(millis);
        fold.processBroadcastWatermark(millis);
    }

    private List<JsonNode> documents() throws IOException {
        List<SearchDocument> documents = sideOutput(FoldBooking.DOCUMENTS);
        List<JsonNode> contents = new ArrayList<>();
        for (SearchDocument document : documents) {
            contents.add(EventJson.MAPPER.readTree(document.json()));
        }
        return contents;
    }

    private List<DeadLetter> deadLetters() {
        return sideOutput(UnusableRows.TAG);
    }

    private <T> List<T> sideOutput(OutputTag<T> tag) {
        Collection<StreamRecord<T>> records = Objects.requireNonNullElse(fold.getSideOutput(tag), List.of());
        return records.stream().map(StreamRecord::getValue).toList();
    }
}

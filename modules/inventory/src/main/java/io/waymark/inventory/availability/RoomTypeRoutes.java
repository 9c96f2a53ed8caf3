package io.waymark.inventory.availability;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.events.EventJson;
import io.waymark.events.Meta;
import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.http.Call;
import io.waymark.http.Cursor;
import io.waymark.http.Edge;
import io.waymark.http.ProblemException;
import io.waymark.http.Scope;
import io.waymark.inventory.RoomType;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.RoomTypeCommand;
import io.waymark.inventory.availability.AvailabilityJson.Grid;
import io.waymark.inventory.availability.AvailabilityJson.Line;
import io.waymark.inventory.availability.AvailabilityJson.RoomTypeView;
import io.waymark.inventory.availability.CalendarJson.Changes;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Page;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import io.waymark.runtime.journal.History;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.projection.CaughtUp;
import io.waymark.runtime.projection.ConsistencyToken;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/** HTTP for room types and their dates. */
public final class RoomTypeRoutes extends AllDirectives {

    public static final String KIND = "RoomType";

    private static final int LONGEST_RANGE = 400;
    private static final int USUAL_RANGE = 30;
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(5);

    private final Edge edge;
    private final Entities<RoomType, RoomTypeCommand> roomTypes;
    private final History<RoomType, RoomTypeEvent> history;
    private final Availabilities availabilities;
    private final CaughtUp caughtUp;

    public RoomTypeRoutes(
            Edge edge,
            Entities<RoomType, RoomTypeCommand> roomTypes,
            History<RoomType, RoomTypeEvent> history,
            Availabilities availabilities,
            CaughtUp caughtUp) {
        this.edge = edge;
        this.roomTypes = roomTypes;
        this.history = history;
        this.availabilities = availabilities;
        this.caughtUp = caughtUp;
    }

    public Route routes() {
        return concat(
                path(
                        segment("v1").slash("properties").slash(segment()).slash("availability"),
                        id -> get(() ->
                                edge.secured(Scope.INVENTORY_READ, call -> grid(call, Call.pathId("prp", id))))),
                pathPrefix(
                        segment("v1").slash("room-types").slash(segment()),
                        id -> concat(
                                pathEnd(() -> get(() -> edge.secured(
                                        Scope.INVENTORY_READ, call -> roomType(call, Call.pathId("rmt", id))))),
                                path(
                                        "history",
                                        () -> get(() -> edge.secured(
                                                Scope.INVENTORY_READ, call -> events(call, Call.pathId("rmt", id))))),
                                path(
                                        "calendar",
                                        () -> put(() -> edge.secured(
                                                Scope.INVENTORY_WRITE,
                                                call -> change(call, Call.pathId("rmt", id))))))));
    }

    private Route grid(Call call, String propertyId) {
        return parameter(
                "from",
                from -> parameter(
                        "to",
                        to -> edge.caughtUp(call, InventoryProjection.NAME, () -> {
                            DateRange dates = range(date("from", from), date("to", to));
                            CompletionStage<LocalDate> today = today(call);
                            return onSuccess(
                                    availabilities.ofProperty(call.tenant(), propertyId, dates),
                                    lines -> lines.isEmpty()
                                            ? edge.problem(call, notFound())
                                            : onSuccess(
                                                    today,
                                                    day -> edge.json(
                                                            call,
                                                            new Grid(
                                                                    propertyId,
                                                                    dates.from(),
                                                                    dates.to(),
                                                                    day,
                                                                    lines.stream()
                                                                            .map(Line::of)
                                                                            .toList()))));
                        })));
    }

    private Route roomType(Call call, String id) {
        return dates(
                call,
                dates -> parameterOptional(
                        "asOf",
                        asOf -> parameterOptional("revision", revision -> {
                            if (asOf.isPresent()) {
                                return past(call, id, dates, history.asOf(call.tenant(), id, instant(asOf.get())));
                            }
                            if (revision.isPresent()) {
                                return past(
                                        call,
                                        id,
                                        dates,
                                        history.atRevision(call.tenant(), id, number("revision", revision.get())));
                            }
                            return edge.caughtUp(call, InventoryProjection.NAME, () -> now(call, id, dates));
                        })));
    }

    private Route now(Call call, String id, DateRange dates) {
        return onSuccess(
                availabilities.ofRoomType(call.tenant(), id, dates),
                found -> found.map(RoomTypeView::of)
                        .map(view -> answer(call, view))
                        .orElseGet(() -> edge.problem(call, notFound())));
    }

    private Route past(Call call, String id, DateRange dates, CompletionStage<History.Past<RoomType>> past) {
        return onSuccess(
                past,
                then -> then.state() instanceof Opened opened
                        ? answer(call, RoomTypeView.of(id, opened, then.revision(), dates))
                        : edge.problem(call, notFound()));
    }

    private Route answer(Call call, RoomTypeView view) {
        return complete(Edge.jsonResponse(view)
                .addHeader(RawHeader.create("ETag", "\"" + view.revision() + "\""))
                .addHeader(RawHeader.create(
                        Call.POSITION, token(view.id(), view.revision()).text()))
                .addHeader(RawHeader.create(Call.REQUEST_ID, call.id())));
    }

    private Route change(Call call, String id) {
        return edge.body(
                call,
                Changes.class,
                changes -> onSuccess(
                        roomTypes.ask(id, changes.command(), call.origin("http", changes.reason())),
                        reply -> switch (reply) {
                            case Reply.Refused<RoomType>(Problem problem, long revision) -> edge.problem(call, problem);
                            case Reply.Done<RoomType> done ->
                                onSuccess(
                                        caughtUp.await(
                                                call.tenant(),
                                                InventoryProjection.NAME,
                                                token(id, done.revision()),
                                                CATCH_UP_LIMIT),
                                        reached -> now(call, id, changes.dates(LONGEST_RANGE)));
                        }));
    }

    /** A page of events, the newest first, each with what it said: a room type is too large to be compared with itself. */
    private Route events(Call call, String id) {
        return parameterOptional(
                "cursor",
                cursor -> parameterOptional("limit", limit -> {
                    long before = cursor.map(text -> Cursor.parse(text, 1).getFirst())
                            .map(text -> number("cursor", text))
                            .orElse(Long.MAX_VALUE);
                    int size = limit.map(Cursor::limit).orElse(Cursor.DEFAULT_LIMIT);
                    return onSuccess(
                            history.newest(call.tenant(), id, before, size + 1),
                            rows -> rows.isEmpty() && cursor.isEmpty()
                                    ? edge.problem(call, notFound())
                                    : edge.json(call, page(rows, size)));
                }));
    }

    /** One event of the history. */
    record Entry(
            long revision,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            String actor,
            String source,
            @Nullable String reason,
            List<Said> changes,
            String hash) {

        static Entry of(JournalRow row) {
            Meta meta = row.meta();
            JsonNode data = EventJson.MAPPER.valueToTree(row.event());
            List<Said> said = new ArrayList<>();
            data.properties().forEach(field -> said.add(new Said("/" + field.getKey(), field.getValue())));
            return new Entry(
                    row.revision(),
                    row.name(),
                    meta.occurredAt(),
                    meta.recordedAt(),
                    meta.actor(),
                    meta.source(),
                    meta.reason(),
                    said,
                    meta.hash());
        }
    }

    /** One field of an event. */
    record Said(String path, JsonNode after) {}

    private static Page<Entry> page(List<JournalRow> rows, int size) {
        List<JournalRow> page = rows.subList(0, Math.min(size, rows.size()));
        @Nullable
        String next = rows.size() <= size
                ? null
                : Cursor.of(List.of(Long.toString(page.getLast().revision())));
        return new Page<>(page.stream().map(Entry::of).toList(), next);
    }

    private Route dates(Call call, Function<DateRange, Route> inner) {
        return parameterOptional(
                "from",
                from -> parameterOptional(
                        "to",
                        to -> onSuccess(today(call), today -> {
                            LocalDate first =
                                    from.map(text -> date("from", text)).orElse(today);
                            LocalDate last = to.map(text -> date("to", text)).orElse(first.plusDays(USUAL_RANGE));
                            return inner.apply(range(first, last));
                        })));
    }

    private CompletionStage<LocalDate> today(Call call) {
        return availabilities
                .now(call.tenant())
                .thenApply(now -> now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static DateRange range(LocalDate from, LocalDate to) {
        if (!from.isBefore(to) || from.plusDays(LONGEST_RANGE).isBefore(to)) {
            throw ProblemException.invalid("to", "takes a date 1 to " + LONGEST_RANGE + " days after from");
        }
        return new DateRange(from, to);
    }

    private static ConsistencyToken token(String id, long revision) {
        return new ConsistencyToken(KIND, id, revision);
    }

    private static Problem notFound() {
        return Problem.of(ProblemCode.NOT_FOUND, "There is no such resource, or not at that time.");
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(name, "takes a date such as 2016-03-01");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("asOf", "takes an instant such as 2016-03-01T09:30:00Z");
        }
    }

    private static long number(String name, String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid(name, "takes a whole number");
        }
    }
}

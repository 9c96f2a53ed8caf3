package io.waymark.booking.api;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.waymark.booking.Booking;
import io.waymark.booking.BookingCommand;
import io.waymark.booking.BookingCommand.Book;
import io.waymark.booking.BookingCommand.Cancel;
import io.waymark.booking.BookingCommand.Change;
import io.waymark.booking.BookingCommand.CheckIn;
import io.waymark.booking.BookingCommand.CheckOut;
import io.waymark.booking.BookingCommand.Confirm;
import io.waymark.booking.BookingCommand.RecordNoShow;
import io.waymark.booking.PropertyDirectory;
import io.waymark.booking.Refusals;
import io.waymark.booking.overview.BookingOverview;
import io.waymark.booking.overview.BookingOverviews;
import io.waymark.booking.overview.BookingOverviews.After;
import io.waymark.booking.overview.BookingOverviews.Entry;
import io.waymark.booking.overview.BookingOverviews.Filter;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.events.booking.Guest;
import io.waymark.http.Call;
import io.waymark.http.CommandRoutes;
import io.waymark.http.CommandRoutes.Answer;
import io.waymark.http.CommandRoutes.Incoming;
import io.waymark.http.Cursor;
import io.waymark.http.Edge;
import io.waymark.http.PastRoutes;
import io.waymark.http.ProblemException;
import io.waymark.http.Scope;
import io.waymark.kernel.Page;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Sealed;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import io.waymark.runtime.journal.History;
import io.waymark.runtime.projection.ConsistencyToken;
import io.waymark.runtime.vault.Vault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/** HTTP for bookings: parse, seal, ask, render. The caller picks the id, so every request can be repeated safely. */
public final class BookingRoutes extends AllDirectives {

    private static final String KIND = "Booking";
    private static final int LONGEST_CHANGE_ID = 64;

    private final Edge edge;
    private final Entities<Booking, BookingCommand> bookings;
    private final PropertyDirectory properties;
    private final BookingOverviews overviews;
    private final Vault vault;
    private final GuestOpenings openings;
    private final PastRoutes<Booking, BookingEvent> past;

    public BookingRoutes(
            Edge edge,
            Entities<Booking, BookingCommand> bookings,
            History<Booking, BookingEvent> history,
            PropertyDirectory properties,
            BookingOverviews overviews,
            Vault vault,
            GuestOpenings openings) {
        this.edge = edge;
        this.bookings = bookings;
        this.properties = properties;
        this.overviews = overviews;
        this.vault = vault;
        this.openings = openings;
        this.past = new PastRoutes<>(edge, KIND, bookings, history, BookingView::of);
    }

    /** Why a booking is called off. */
    record Cancellation(@Nullable String reason) {}

    /** What the front desk knows at arrival. */
    record Arrival(
            @Nullable String assignedRoomTypeCode, @Nullable String country) {}

    /** What the front desk knows at departure. */
    record Departure(@Nullable LocalDate departedOn) {}

    /** An empty object. */
    record Nothing() {}

    public Route routes() {
        return concat(
                commands().routes(),
                pathPrefix(
                        segment("v1").slash("bookings"),
                        () -> get(() -> concat(
                                pathEnd(() -> edge.secured(Scope.BOOKINGS_READ, this::list)),
                                pathPrefix(segment(), this::resource)))));
    }

    private Route resource(String id) {
        return concat(
                pathEnd(() -> edge.secured(Scope.BOOKINGS_READ, call -> past.resource(call, Call.pathId("bkg", id)))),
                path(
                        "history",
                        () -> edge.secured(Scope.BOOKINGS_READ, call -> past.events(call, Call.pathId("bkg", id)))),
                path("guest", () -> edge.secured(Scope.GUESTS_READ, call -> guest(call, id))));
    }

    /** Every PUT of a booking. */
    public CommandRoutes commands() {
        return new CommandRoutes()
                .put("/v1/bookings/{}", command(BookingContent.class, this::book))
                .put("/v1/bookings/{}/changes/{}", command(BookingContent.class, this::change))
                .put("/v1/bookings/{}/confirmation", simple(Nothing.class, nothing -> new Confirm()))
                .put("/v1/bookings/{}/cancellation", simple(Cancellation.class, body -> new Cancel(body.reason())))
                .put(
                        "/v1/bookings/{}/check-in",
                        simple(Arrival.class, body -> new CheckIn(body.assignedRoomTypeCode(), body.country())))
                .put("/v1/bookings/{}/check-out", simple(Departure.class, body -> new CheckOut(body.departedOn())))
                .put("/v1/bookings/{}/no-show", simple(Nothing.class, nothing -> new RecordNoShow()));
    }

    /** What a command makes of its request. */
    @FunctionalInterface
    private interface Asked<T> {
        CompletionStage<HttpResponse> answer(Call call, Incoming incoming, T content);
    }

    private <T> Answer command(Class<T> type, Asked<T> asked) {
        return incoming -> edge.command(
                incoming, Scope.BOOKINGS_WRITE, type, (call, content) -> asked.answer(call, incoming, content));
    }

    private <T> Answer simple(Class<T> type, Function<T, BookingCommand> command) {
        return command(
                type,
                (call, incoming, content) -> ask(
                        call,
                        Call.pathId("bkg", incoming.id(0)),
                        null,
                        CompletableFuture.completedFuture(command.apply(content)),
                        done -> 200));
    }

    private CompletionStage<HttpResponse> book(Call call, Incoming incoming, BookingContent content) {
        String id = Call.pathId("bkg", incoming.id(0));
        Confirmation confirmation =
                content.confirm() == BookingContent.Confirm.later ? Confirmation.LATER : Confirmation.NOW;
        return ask(
                call,
                id,
                null,
                details(call, id, content.checked()).thenApply(details -> new Book(details, confirmation)),
                done -> done.repeated() ? 200 : 201);
    }

    private CompletionStage<HttpResponse> change(Call call, Incoming incoming, BookingContent content) {
        String id = Call.pathId("bkg", incoming.id(0));
        String changeId = incoming.id(1);
        if (changeId.length() > LONGEST_CHANGE_ID) {
            throw ProblemException.invalid("changeId", "takes at most " + LONGEST_CHANGE_ID + " characters");
        }
        if (content.confirm() != null) {
            throw ProblemException.invalid("/confirm", "is not part of a change");
        }
        return ask(
                call,
                id,
                changeId,
                details(call, id, content.checked()).thenApply(details -> new Change(changeId, details)),
                done -> 200);
    }

    private CompletionStage<HttpResponse> ask(
            Call call,
            String id,
            @Nullable String changeId,
            CompletionStage<? extends BookingCommand> command,
            ToIntFunction<Reply.Done<Booking>> status) {
        Origin origin = call.origin("http", null);
        return command.thenCompose(asked -> bookings.ask(id, asked, origin))
                .thenApply(reply -> edge.answered(
                        call,
                        revision -> new ConsistencyToken(KIND, id, revision),
                        reply,
                        done -> answer(id, changeId, done).withStatus(status.applyAsInt(done))));
    }

    /** A booking that was refused, or whose change was, is a conflict: nothing of what was asked for has come about. */
    private static HttpResponse answer(String id, @Nullable String changeId, Reply.Done<Booking> done) {
        Refusals.of(done.state(), changeId).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return Edge.jsonResponse(
                BookingView.of(id, done.state(), done.revision()).orElseThrow());
    }

    private CompletionStage<BookingDetails> details(Call call, String id, BookingContent content) {
        String subject = BookingView.subject(id);
        Set<String> roomTypes =
                content.rooms().stream().map(BookingContent.Room::roomTypeId).collect(Collectors.toSet());
        return properties.find(call.tenant(), content.propertyId(), roomTypes).thenCompose(found -> {
            PropertyDirectory.Entry property =
                    found.orElseThrow(() -> ProblemException.invalid("/propertyId", "is no property of yours"));
            CompletionStage<Sealed<Guest>> guest = vault.seal(call.tenant(), subject, content.guest());
            CompletionStage<Optional<Sealed<String>>> remarks = content.remarks() == null
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : vault.seal(call.tenant(), subject, content.remarks()).thenApply(Optional::of);
            return guest.thenCombine(
                    remarks,
                    (sealedGuest, sealedRemarks) -> content.details(property, sealedGuest, sealedRemarks.orElse(null)));
        });
    }

    private Route guest(Call call, String id) {
        CompletionStage<Optional<GuestView>> opened = bookings.read(call.tenant(), Call.pathId("bkg", id))
                .thenCompose(reply -> switch (reply) {
                    case Reply.Refused<Booking> refused ->
                        CompletableFuture.completedFuture(Optional.<GuestView>empty());
                    case Reply.Done<Booking> done ->
                        done.state()
                                .known()
                                .map(facts -> openings.record(
                                                call,
                                                id,
                                                facts.details().guest().subject())
                                        .thenCompose(recorded -> open(call, facts.details()))
                                        .thenApply(Optional::of))
                                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
                });
        return onSuccess(
                opened,
                view -> view.isPresent()
                        ? edge.json(call, view.get())
                        : edge.problem(call, Problem.of(ProblemCode.NOT_FOUND, "There is no such booking.")));
    }

    private CompletionStage<GuestView> open(Call call, BookingDetails details) {
        CompletionStage<Optional<String>> remarks = details.remarks() == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : vault.open(call.tenant(), details.remarks(), String.class);
        return vault.open(call.tenant(), details.guest(), Guest.class)
                .thenCombine(
                        remarks, (guest, text) -> GuestView.of(details.guest().subject(), guest, text.orElse(null)));
    }

    /** The personal data of a booking, opened. */
    record GuestView(
            boolean erased,
            String subject,
            @Nullable String givenName,
            @Nullable String surname,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String remarks) {

        static GuestView of(String subject, Optional<Guest> guest, @Nullable String remarks) {
            return guest.map(known -> new GuestView(
                            false,
                            subject,
                            known.givenName(),
                            known.surname(),
                            known.email(),
                            known.phone(),
                            known.language(),
                            remarks))
                    .orElseGet(() -> new GuestView(true, subject, null, null, null, null, null, null));
        }
    }

    private Route list(Call call) {
        return parameterMultiMap(query -> {
            Filter filter = new Filter(
                    one(query, "propertyId").map(id -> Call.pathId("prp", id)).orElse(null),
                    query.getOrDefault("status", List.of()),
                    one(query, "arrivalFrom")
                            .map(text -> date("arrivalFrom", text))
                            .orElse(null),
                    one(query, "arrivalTo").map(text -> date("arrivalTo", text)).orElse(null));
            After after = one(query, "cursor").map(BookingRoutes::after).orElse(After.NOTHING);
            int limit = one(query, "limit").map(Cursor::limit).orElse(Cursor.DEFAULT_LIMIT);
            return edge.caughtUp(
                    call,
                    BookingOverview.NAME,
                    () -> edge.json(
                            call,
                            overviews
                                    .page(call.tenant(), filter, after, limit + 1)
                                    .thenApply(entries -> page(entries, limit))));
        });
    }

    private static After after(String cursor) {
        List<String> values = Cursor.parse(cursor, 2);
        try {
            return new After(Instant.parse(values.get(0)), values.get(1));
        } catch (DateTimeException e) {
            throw ProblemException.invalid("cursor", "is not a cursor that this list answered");
        }
    }

    /** One more than the page was asked for: whether there is a next one. */
    private static Page<BookingView> page(List<Entry> entries, int limit) {
        List<Entry> page = entries.subList(0, Math.min(limit, entries.size()));
        @Nullable
        String next = entries.size() <= limit
                ? null
                : Cursor.of(List.of(
                        page.getLast().bookedAt().toString(), page.getLast().bookingId()));
        return new Page<>(
                page.stream()
                        .map(entry -> BookingView.of(entry.bookingId(), entry.booking(), entry.revision()))
                        .flatMap(Optional::stream)
                        .toList(),
                next);
    }

    private static Optional<String> one(java.util.Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(name, "takes a date such as 2016-03-01");
        }
    }
}

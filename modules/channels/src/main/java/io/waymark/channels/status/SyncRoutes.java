package io.waymark.channels.status;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.connection.ChannelConnections.Change;
import io.waymark.channels.connection.Outbound;
import io.waymark.channels.feed.Offers;
import io.waymark.channels.feed.SyncList;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.status.SandboxSwitch.Faults;
import io.waymark.channels.sync.ChannelSync;
import io.waymark.channels.sync.ChannelSync.Open;
import io.waymark.channels.sync.ChannelSyncCommand;
import io.waymark.http.Call;
import io.waymark.http.Cursor;
import io.waymark.http.Edge;
import io.waymark.http.ProblemException;
import io.waymark.http.Scope;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Page;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import java.net.http.HttpClient;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/** HTTP for what channels are told: states, differences, rate parity, settings, and the switches of the sandbox. */
public final class SyncRoutes extends AllDirectives {

    private static final int LONGEST_RANGE = 400;
    private static final int USUAL_RANGE = 31;
    private static final int MOST_PER_SECOND = 10_000;
    private static final int MOST_ROOMS = 100_000;
    private static final int DAY_SECONDS = 86_400;

    private final Edge edge;
    private final ChannelConnections connections;
    private final SyncList list;
    private final Offers offers;
    private final Hotels hotels;
    private final Entities<ChannelSync, ChannelSyncCommand> syncs;
    private final RateParity parity;
    private final SandboxSwitch sandbox;

    public SyncRoutes(
            Edge edge,
            ChannelConnections connections,
            SyncList list,
            Offers offers,
            Hotels hotels,
            Entities<ChannelSync, ChannelSyncCommand> syncs) {
        this.edge = edge;
        this.connections = connections;
        this.list = list;
        this.offers = offers;
        this.hotels = hotels;
        this.syncs = syncs;
        this.parity = new RateParity(connections, list, offers, syncs);
        this.sandbox = new SandboxSwitch(HttpClient.newHttpClient());
    }

    public Route routes() {
        return pathPrefix(
                "v1",
                () -> concat(
                        path("channel-syncs", () -> get(() -> edge.secured(Scope.CHANNELS_READ, this::list))),
                        path(
                                segment("channel-syncs").slash(segment()),
                                id -> get(() -> edge.secured(
                                        Scope.CHANNELS_READ, call -> detail(call, Call.pathId("csy", id))))),
                        path("rate-parity", () -> get(() -> edge.secured(Scope.CHANNELS_READ, this::parity))),
                        path(
                                segment("channel-connections").slash(segment()).slash("outbound"),
                                name -> put(() -> edge.secured(Scope.CHANNELS_WRITE, call -> change(call, name)))),
                        path(
                                segment("channel-connections").slash(segment()).slash("faults"),
                                name -> concat(
                                        get(() -> edge.secured(Scope.CHANNELS_READ, call -> faults(call, name))),
                                        put(() ->
                                                edge.secured(Scope.CHANNELS_WRITE, call -> setFaults(call, name)))))));
    }

    private Route list(Call call) {
        return parameterOptional(
                "connection",
                name -> parameterOptional(
                        "roomTypeId",
                        roomTypeId -> parameterOptional(
                                "cursor",
                                cursor -> parameterOptional("limit", limit -> {
                                    int size = limit.map(Cursor::limit).orElse(Cursor.DEFAULT_LIMIT);
                                    @Nullable
                                    String after = cursor.map(text ->
                                                    Cursor.parse(text, 1).getFirst())
                                            .orElse(null);
                                    return edge.json(
                                            call,
                                            list.entries(
                                                            call.tenant(),
                                                            name.orElse(null),
                                                            roomTypeId.orElse(null),
                                                            after,
                                                            size + 1)
                                                    .thenApply(found -> page(found, size)));
                                }))));
    }

    private static Page<?> page(List<SyncList.Entry> found, int limit) {
        List<SyncList.Entry> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(SyncView::glance).toList(),
                found.size() > limit ? Cursor.of(List.of(shown.getLast().id())) : null);
    }

    private Route detail(Call call, String id) {
        return dates(
                call,
                dates -> onSuccess(
                        detail(call, id, dates),
                        found -> found.isPresent() ? edge.json(call, (Object) found.get()) : nothing(call)));
    }

    private CompletionStage<Optional<SyncView.Detail>> detail(Call call, String id, DateRange dates) {
        return syncs.read(call.tenant(), id).thenCompose(reply -> {
            if (!(reply instanceof Reply.Done<ChannelSync> done) || !(done.state() instanceof Open open)) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            return connections.named(call.tenant(), open.mapping().connection()).thenCompose(connection -> {
                @Nullable
                Outbound outbound = connection.map(ChannelConnection::outbound).orElse(null);
                return connection.isEmpty() || outbound == null
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : offers.of(connection.get(), outbound, open.mapping().roomTypeId(), dates)
                                .thenApply(offered -> offered.map(ours -> SyncView.detail(id, open, ours, dates)));
            });
        });
    }

    private Route parity(Call call) {
        return dates(
                call,
                dates -> parameterOptional(
                        "propertyId",
                        property -> parameterOptional(
                                "broken",
                                broken -> edge.json(
                                        call,
                                        parity.report(
                                                call.tenant(),
                                                property.orElse(null),
                                                dates,
                                                broken.filter("true"::equals).isPresent())))));
    }

    private Route change(Call call, String name) {
        return edge.body(call, Change.class, change -> {
            checked(change);
            return onSuccess(
                    connections.change(call.tenant(), name, change),
                    known -> known
                            ? onSuccess(
                                    connections.named(call.tenant(), name),
                                    connection -> connection
                                            .flatMap(found -> Optional.ofNullable(found.outbound()))
                                            .map(outbound -> edge.json(call, (Object) OutboundView.of(outbound)))
                                            .orElseGet(() -> nothing(call)))
                            : nothing(call));
        });
    }

    private static void checked(Change change) {
        between("messagesPerSecond", change.messagesPerSecond(), 1, MOST_PER_SECOND);
        between("keepBack", change.keepBack(), 0, MOST_ROOMS);
        between("compareSeconds", change.compareSeconds(), 1, DAY_SECONDS);
        between("refreshSeconds", change.refreshSeconds(), 1, DAY_SECONDS);
    }

    private static void between(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw ProblemException.invalid("/" + field, "is " + least + " to " + most);
        }
    }

    private Route faults(Call call, String name) {
        return sandboxed(call, name, sandbox::read);
    }

    private Route setFaults(Call call, String name) {
        return edge.body(call, Faults.class, faults -> {
            if (!faults.possible()) {
                throw ProblemException.invalid(
                        "",
                        "has rates of a thousand messages that are together not more than that, and waits up to 10 s");
            }
            return sandboxed(call, name, (connection, outbound) -> sandbox.set(connection, outbound, faults));
        });
    }

    private Route sandboxed(
            Call call, String name, BiFunction<ChannelConnection, Outbound, CompletionStage<Faults>> ask) {
        return onSuccess(connections.named(call.tenant(), name), connection -> {
            @Nullable
            Outbound outbound = connection.map(ChannelConnection::outbound).orElse(null);
            return connection.isEmpty() || outbound == null || !outbound.sandbox()
                    ? nothing(call)
                    : onSuccess(
                            ask.apply(connection.get(), outbound)
                                    .thenApply(Optional::of)
                                    .exceptionally(failure -> Optional.empty()),
                            faults -> faults.isPresent()
                                    ? edge.json(call, (Object) faults.get())
                                    : edge.problem(
                                            call, Problem.of(ProblemCode.UNAVAILABLE, "The sandbox does not answer.")));
        });
    }

    private Route nothing(Call call) {
        return edge.problem(call, Problem.of(ProblemCode.NOT_FOUND, "There is nothing of this name here."));
    }

    private Route dates(Call call, Function<DateRange, Route> inner) {
        return parameterOptional(
                "from",
                from -> parameterOptional(
                        "to",
                        to -> onSuccess(hotels.now(call.tenant()), now -> {
                            LocalDate first = from.map(text -> date("from", text))
                                    .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
                            LocalDate last = to.map(text -> date("to", text)).orElse(first.plusDays(USUAL_RANGE));
                            if (!first.isBefore(last)
                                    || first.plusDays(LONGEST_RANGE).isBefore(last)) {
                                throw ProblemException.invalid(
                                        "to", "takes a date 1 to " + LONGEST_RANGE + " days after from");
                            }
                            return inner.apply(new DateRange(first, last));
                        })));
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(name, "takes a date such as 2031-05-01");
        }
    }
}

package io.waymark.channels;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.waymark.channels.booking.ChannelBooking;
import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.message.ChannelMessageList;
import io.waymark.channels.message.ChannelMessageList.Filter;
import io.waymark.channels.message.ChannelMessageList.Placed;
import io.waymark.channels.rateplan.PricePlan;
import io.waymark.channels.rateplan.RatePlanList;
import io.waymark.channels.rateplan.RatePlanView;
import io.waymark.channels.status.OutboundView;
import io.waymark.events.channels.ChannelBookingEvent;
import io.waymark.events.channels.RatePlanEvent;
import io.waymark.http.Call;
import io.waymark.http.Cursor;
import io.waymark.http.Edge;
import io.waymark.http.PastRoutes;
import io.waymark.http.ProblemException;
import io.waymark.http.Scope;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Page;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/** HTTP for what channels sent: connections, messages, channel bookings, rate plans. Reads only. */
final class ChannelRoutes extends AllDirectives {

    private final Edge edge;
    private final ChannelConnections connections;
    private final ChannelMessageList messages;
    private final PastRoutes<ChannelBooking, ChannelBookingEvent> bookings;
    private final PastRoutes<PricePlan, RatePlanEvent> ratePlans;
    private final RatePlanList ratePlanList;

    ChannelRoutes(
            Edge edge,
            ChannelConnections connections,
            ChannelMessageList messages,
            PastRoutes<ChannelBooking, ChannelBookingEvent> bookings,
            PastRoutes<PricePlan, RatePlanEvent> ratePlans,
            RatePlanList ratePlanList) {
        this.edge = edge;
        this.connections = connections;
        this.messages = messages;
        this.bookings = bookings;
        this.ratePlans = ratePlans;
        this.ratePlanList = ratePlanList;
    }

    Route routes() {
        return pathPrefix(
                "v1",
                () -> concat(
                        path("channel-connections", () -> read(this::connections)),
                        path("channel-messages", () -> read(this::messages)),
                        path(segment("channel-messages").slash(segment()), id -> read(call -> message(call, id))),
                        path(
                                segment("channel-bookings").slash(segment()),
                                id -> read(call -> bookings.resource(call, Call.pathId("cbk", id)))),
                        path(
                                segment("channel-bookings").slash(segment()).slash("history"),
                                id -> read(call -> bookings.events(call, Call.pathId("cbk", id)))),
                        path("rate-plans", () -> read(this::ratePlans)),
                        path(
                                segment("rate-plans").slash(segment()),
                                id -> read(call -> ratePlans.resource(call, Call.pathId("rpl", id))))));
    }

    /** A connection as the API shows it. */
    record ConnectionView(
            String name,
            String kind,
            String version,
            String userName,
            boolean active,
            List<String> scopes,
            List<HotelView> hotels,
            @Nullable Instant lastMessageAt,
            @Nullable OutboundView outbound) {}

    /** A hotel that a connection may speak for. */
    record HotelView(String hotelCode, String propertyId) {}

    private Route read(Function<Call, Route> inner) {
        return get(() -> edge.secured(Scope.CHANNELS_READ, inner));
    }

    private Route connections(Call call) {
        return onSuccess(connections.of(call.tenant()), found -> {
            CompletionStage<List<ConnectionView>> views = CompletableFuture.completedFuture(List.of());
            for (ChannelConnection connection : found) {
                views = views.thenCombine(messages.lastReceived(call.tenant(), connection.name()), (before, last) -> {
                    List<ConnectionView> all = new ArrayList<>(before);
                    all.add(view(connection, last.orElse(null)));
                    return all;
                });
            }
            return edge.json(call, views.thenApply(all -> new Page<>(all, null)));
        });
    }

    private static ConnectionView view(ChannelConnection connection, @Nullable Instant last) {
        return new ConnectionView(
                connection.name(),
                connection.protocol().text(),
                connection.protocol().version(),
                connection.username(),
                true,
                connection.scopes().stream().map(Scope::text).sorted().toList(),
                Objects.requireNonNullElse(connection.hotelCodes(), List.<String>of()).stream()
                        .map(code -> new HotelView(
                                code, Ids.derived("prp", connection.tenant().id(), code)))
                        .toList(),
                last,
                connection.outbound() == null ? null : OutboundView.of(connection.outbound()));
    }

    private Route messages(Call call) {
        return parameterMultiMap(parameters -> {
            Filter filter = new Filter(
                    parameters.getOrDefault("outcome", List.of()),
                    parameters.getOrDefault("action", List.of()),
                    parameters.getOrDefault("connection", List.of()),
                    first(parameters, "remoteId"));
            int limit = limit(parameters);
            return edge.json(
                    call,
                    messages.page(call.tenant(), filter, place(first(parameters, "cursor")), limit + 1)
                            .thenApply(found -> page(found, limit)));
        });
    }

    private static Page<?> page(List<Placed> found, int limit) {
        List<Placed> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(Placed::view).toList(),
                found.size() > limit
                        ? Cursor.of(List.of(Long.toString(shown.getLast().ordering())))
                        : null);
    }

    private static @Nullable Long place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return Long.valueOf(Cursor.parse(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("cursor", "is not a cursor that this list answered; begin without one");
        }
    }

    private Route message(Call call, String id) {
        return onSuccess(
                messages.find(call.tenant(), Call.pathId("chm", id)),
                found -> found.isPresent()
                        ? edge.json(call, (Object) found.get())
                        : edge.problem(call, Problem.of(ProblemCode.NOT_FOUND, "There is no such channel message.")));
    }

    private Route ratePlans(Call call) {
        return edge.caughtUp(
                call,
                RatePlanList.NAME,
                () -> parameterMultiMap(parameters -> {
                    int limit = limit(parameters);
                    @Nullable String cursor = first(parameters, "cursor");
                    @Nullable
                    String after =
                            cursor == null ? null : Cursor.parse(cursor, 1).getFirst();
                    return edge.json(
                            call,
                            ratePlanList
                                    .page(call.tenant(), first(parameters, "propertyId"), after, limit + 1)
                                    .thenApply(found -> ratePlanPage(found, limit)));
                }));
    }

    private static Page<?> ratePlanPage(List<RatePlanList.Entry> found, int limit) {
        List<RatePlanList.Entry> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(RatePlanView::of).toList(),
                found.size() > limit ? Cursor.of(List.of(shown.getLast().id())) : null);
    }

    private static int limit(Map<String, List<String>> parameters) {
        @Nullable String limit = first(parameters, "limit");
        return limit == null ? Cursor.DEFAULT_LIMIT : Cursor.limit(limit);
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        @Nullable List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}

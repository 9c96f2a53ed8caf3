package io.waymark.inventory.property;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.waymark.events.inventory.PropertyEvent;
import io.waymark.http.Call;
import io.waymark.http.Cursor;
import io.waymark.http.Edge;
import io.waymark.http.PastRoutes;
import io.waymark.http.Scope;
import io.waymark.inventory.availability.InventoryProjection;
import io.waymark.inventory.property.PropertyCommand.DefineProperty;
import io.waymark.inventory.property.PropertyJson.Details;
import io.waymark.inventory.property.PropertyJson.View;
import io.waymark.inventory.property.PropertyList.After;
import io.waymark.inventory.property.PropertyList.Entry;
import io.waymark.kernel.Page;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import io.waymark.runtime.journal.History;
import io.waymark.runtime.projection.ConsistencyToken;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/** HTTP for properties. */
public final class PropertyRoutes extends AllDirectives {

    public static final String KIND = "Property";

    /** Events of a property's first description: the description itself, and that its room types are open. */
    private static final long FIRST_REVISION = 2;

    private final Edge edge;
    private final Entities<Property, PropertyCommand> properties;
    private final PropertyList list;
    private final PastRoutes<Property, PropertyEvent> past;

    public PropertyRoutes(
            Edge edge,
            Entities<Property, PropertyCommand> properties,
            PropertyList list,
            History<Property, PropertyEvent> history) {
        this.edge = edge;
        this.properties = properties;
        this.list = list;
        this.past = new PastRoutes<>(edge, KIND, properties, history, View::of);
    }

    public Route routes() {
        return pathPrefix(
                segment("v1").slash("properties"),
                () -> concat(
                        pathEnd(() -> get(() -> edge.secured(Scope.INVENTORY_READ, this::page))),
                        path(
                                segment(),
                                id -> concat(
                                        get(() -> edge.secured(
                                                Scope.INVENTORY_READ,
                                                call -> past.resource(call, Call.pathId("prp", id)))),
                                        put(() -> edge.secured(
                                                Scope.INVENTORY_WRITE, call -> define(call, Call.pathId("prp", id)))))),
                        path(
                                segment().slash("history"),
                                id -> get(() -> edge.secured(
                                        Scope.INVENTORY_READ, call -> past.events(call, Call.pathId("prp", id)))))));
    }

    private Route define(Call call, String id) {
        return edge.body(
                call,
                Details.class,
                details -> edge.reply(
                        call,
                        revision -> new ConsistencyToken(KIND, id, revision),
                        properties.ask(
                                id,
                                new DefineProperty(details.description(call.tenant(), id)),
                                call.origin("http", null)),
                        done -> written(id, done)));
    }

    private static HttpResponse written(String id, Reply.Done<Property> done) {
        HttpResponse response =
                Edge.jsonResponse(View.of(id, done.state(), done.revision()).orElseThrow());
        boolean created = !done.repeated() && done.revision() <= FIRST_REVISION;
        return created ? response.withStatus(StatusCodes.CREATED) : response;
    }

    private Route page(Call call) {
        return parameterOptional(
                "cursor",
                cursor -> parameterOptional(
                        "limit",
                        limit -> edge.caughtUp(call, InventoryProjection.NAME, () -> {
                            After after = cursor.map(text -> Cursor.parse(text, 2))
                                    .map(values -> new After(values.get(0), values.get(1)))
                                    .orElse(After.NOTHING);
                            int size = limit.map(Cursor::limit).orElse(Cursor.DEFAULT_LIMIT);
                            return edge.json(
                                    call,
                                    list.page(call.tenant(), after, size + 1).thenApply(entries -> cut(entries, size)));
                        })));
    }

    /** One more than the page was asked for: whether there is a next one. */
    private static Page<View> cut(List<Entry> entries, int size) {
        List<Entry> page = entries.subList(0, Math.min(size, entries.size()));
        @Nullable String next = entries.size() <= size ? null : cursor(page.getLast());
        return new Page<>(
                page.stream()
                        .map(entry -> View.of(entry.description(), entry.revision()))
                        .toList(),
                next);
    }

    private static String cursor(Entry last) {
        return Cursor.of(List.of(last.description().code(), last.description().propertyId()));
    }
}

package io.waymark.app;

import io.waymark.http.Edge;
import io.waymark.http.Scope;
import java.util.List;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code GET /v1/me}: as whom a key is known here, and what it allows. */
final class Me extends AllDirectives {

    private final Edge edge;

    Me(Edge edge) {
        this.edge = edge;
    }

    record View(String tenant, String actor, String name, List<String> scopes) {}

    Route routes() {
        return path(
                org.apache.pekko.http.javadsl.server.PathMatchers.segment("v1").slash("me"),
                () -> get(() -> edge.authenticated(call -> edge.json(
                        call,
                        new View(
                                call.tenant().id(),
                                call.caller().actor(),
                                call.caller().name(),
                                call.caller().scopes().stream()
                                        .map(Scope::text)
                                        .sorted()
                                        .toList())))));
    }
}

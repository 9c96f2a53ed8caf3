package io.waymark.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.events.Event;
import io.waymark.events.Meta;
import io.waymark.kernel.Page;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import io.waymark.runtime.journal.History;
import io.waymark.runtime.projection.ConsistencyToken;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /…/{id}}, with {@code ?asOf=} and {@code ?revision=}, and {@code GET /…/{id}/history}: the same for every kind
 * of entity.
 */
public final class PastRoutes<S, E extends Event> extends AllDirectives {

    /** Renders a state; a state in which nothing has happened yet has no rendering. */
    @FunctionalInterface
    public interface View<S> {
        Optional<?> of(String id, S state, long revision);
    }

    private final Edge edge;
    private final String kind;
    private final Entities<S, ?> entities;
    private final History<S, E> history;
    private final View<S> view;

    /**
     * The routes of one kind of entity.
     *
     * @param kind its name, as in the persistence id
     */
    public PastRoutes(Edge edge, String kind, Entities<S, ?> entities, History<S, E> history, View<S> view) {
        this.edge = edge;
        this.kind = kind;
        this.entities = entities;
        this.history = history;
        this.view = view;
    }

    /** The entity now, or as it was at the instant or revision that the query names. */
    public Route resource(Call call, String id) {
        return parameterOptional(
                "asOf",
                asOf -> parameterOptional("revision", revision -> {
                    if (asOf.isPresent() && revision.isPresent()) {
                        throw ProblemException.invalid("revision", "cannot be combined with asOf");
                    }
                    if (asOf.isPresent()) {
                        return past(call, id, history.asOf(call.tenant(), id, instant(asOf.get())));
                    }
                    if (revision.isPresent()) {
                        return past(call, id, history.atRevision(call.tenant(), id, number(revision.get())));
                    }
                    return now(call, id);
                }));
    }

    /** Every event of the entity, oldest first, with what it changed. */
    public Route events(Call call, String id) {
        return onSuccess(
                history.steps(call.tenant(), id),
                steps -> steps.isEmpty()
                        ? notFound(call)
                        : edge.json(
                                call,
                                new Page<>(
                                        steps.stream()
                                                .map(step -> entry(id, step))
                                                .toList(),
                                        null)));
    }

    /** One event of an entity's history. */
    record Entry(
            long revision,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            String actor,
            String source,
            @Nullable String reason,
            String commandId,
            List<Differences.Change> changes,
            String hash) {}

    private Route now(Call call, String id) {
        CompletionStage<? extends Reply<S>> reply = entities.read(call.tenant(), id);
        return onSuccess(reply, answer -> switch (answer) {
            case Reply.Refused<S>(Problem problem, long at) -> edge.problem(call, problem);
            case Reply.Done<S> done -> found(call, id, done.state(), done.revision());
        });
    }

    private Route past(Call call, String id, CompletionStage<History.Past<S>> past) {
        return onSuccess(past, then -> found(call, id, then.state(), then.revision()));
    }

    private Route found(Call call, String id, S state, long revision) {
        Optional<?> body = view.of(id, state, revision);
        return body.isEmpty()
                ? notFound(call)
                : complete(Edge.jsonResponse(body.get())
                        .addHeader(RawHeader.create("ETag", "\"" + revision + "\""))
                        .addHeader(RawHeader.create(Call.POSITION, new ConsistencyToken(kind, id, revision).text()))
                        .addHeader(RawHeader.create(Call.REQUEST_ID, call.id())));
    }

    private Route notFound(Call call) {
        return edge.problem(call, Problem.of(ProblemCode.NOT_FOUND, "There is no such resource, or not at that time."));
    }

    private Entry entry(String id, History.Step<S> step) {
        Meta meta = step.row().meta();
        long revision = step.row().revision();
        return new Entry(
                revision,
                step.row().name(),
                meta.occurredAt(),
                meta.recordedAt(),
                meta.actor(),
                meta.source(),
                meta.reason(),
                meta.commandId(),
                Differences.between(tree(id, step.before(), revision), tree(id, step.after(), revision)),
                meta.hash());
    }

    private JsonNode tree(String id, S state, long revision) {
        Optional<?> body = view.of(id, state, revision);
        return body.isEmpty() ? HttpJson.MAPPER.createObjectNode() : HttpJson.MAPPER.valueToTree(body.get());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("asOf", "takes an instant such as 2016-03-01T09:30:00Z");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("revision", "takes a whole number");
        }
    }
}

package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.http.Answer;
import io.waymark.channels.alpinebits.http.BasicCredentials;
import io.waymark.channels.alpinebits.http.Envelope;
import io.waymark.channels.alpinebits.http.Opening;
import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.message.ChannelMessage;
import io.waymark.channels.message.ChannelMessage.Outcome;
import io.waymark.channels.message.ChannelMessages;
import io.waymark.http.Scope;
import io.waymark.kernel.Ids;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Answers AlpineBits calls: who is it, what is asked, carry it out, write it down, answer. The answer goes out when the
 * message and everything it led to is on disk.
 */
public final class AlpineBitsEndpoint {

    private final ChannelConnections connections;
    private final Envelope envelope;
    private final Dispatcher dispatcher;
    private final ChannelMessages messages;
    private final InstantSource clock;
    private final RandomGenerator random;

    AlpineBitsEndpoint(
            ChannelConnections connections,
            Envelope envelope,
            Dispatcher dispatcher,
            ChannelMessages messages,
            InstantSource clock,
            RandomGenerator random) {
        this.connections = connections;
        this.envelope = envelope;
        this.dispatcher = dispatcher;
        this.messages = messages;
        this.clock = clock;
        this.random = random;
    }

    /** Who is calling: the connection, or why it is let in no further. */
    public sealed interface Visitor {

        /** A connection that may send. */
        record Known(ChannelConnection connection) implements Visitor {}

        /** Somebody else. */
        record Stranger(Answer answer) implements Visitor {}
    }

    /** Looks at the credentials; this needs no body, so a stranger's body is never read. */
    public CompletionStage<Visitor> visitor(@Nullable String authorization) {
        Optional<BasicCredentials> credentials = BasicCredentials.of(authorization);
        if (credentials.isEmpty()) {
            return CompletableFuture.completedFuture(new Visitor.Stranger(
                    Answer.error(401, "basic authentication with user name and password is needed")));
        }
        BasicCredentials given = credentials.get();
        return connections.find(given.username()).thenApply(found -> {
            Optional<ChannelConnection> connection = found.filter(candidate -> candidate.accepts(given.password()));
            if (connection.isEmpty()) {
                return new Visitor.Stranger(Answer.error(401, "user name or password is wrong"));
            }
            return connection.get().may(Scope.CHANNELS_WRITE)
                    ? new Visitor.Known(connection.get())
                    : new Visitor.Stranger(
                            Answer.error(403, "this connection lacks the scope " + Scope.CHANNELS_WRITE.text()));
        });
    }

    /** The answer to a body beyond the limit. */
    public CompletionStage<Answer> tooLarge(ChannelConnection connection, Arrival arrival) {
        Delivery delivery = delivery(connection, arrival, null);
        return closed(delivery, new Opening.Closed(null, envelope.tooLarge()));
    }

    /** Answers a call of a known connection. */
    public CompletionStage<Answer> answer(ChannelConnection connection, Arrival arrival) {
        @Nullable Instant backdated = null;
        if (arrival.occurredAt() != null) {
            if (!connection.may(Scope.HISTORY_BACKDATE)) {
                return closed(
                        delivery(connection, arrival, null),
                        new Opening.Closed(
                                null,
                                Answer.error(
                                        403,
                                        "saying when a message happened needs the scope "
                                                + Scope.HISTORY_BACKDATE.text())));
            }
            try {
                backdated = Instant.parse(arrival.occurredAt());
            } catch (DateTimeException e) {
                return closed(
                        delivery(connection, arrival, null),
                        new Opening.Closed(
                                null, Answer.error(400, "Waymark-Occurred-At takes an instant, 2016-03-01T09:30:00Z")));
            }
        }
        Delivery delivery = delivery(connection, arrival, backdated);
        return switch (envelope.open(arrival.call())) {
            case Opening.Closed closed -> closed(delivery, closed);
            case Opening.Broken broken ->
                handled(
                        delivery,
                        broken.action(),
                        broken.size(),
                        Handled.errors(broken.action(), null, broken.violations()));
            case Opening.Ready ready ->
                dispatcher
                        .handle(delivery, ready.action(), ready.request())
                        .thenCompose(handled -> handled(delivery, ready.action(), ready.size(), handled));
        };
    }

    private Delivery delivery(ChannelConnection connection, Arrival arrival, @Nullable Instant backdated) {
        Instant now = clock.instant();
        return new Delivery(
                connection,
                Ids.next("chm", now, random),
                arrival.requestId(),
                now,
                backdated,
                arrival.ip(),
                arrival.userAgent(),
                arrival.traceparent());
    }

    private CompletionStage<Answer> handled(Delivery delivery, Action action, long bytes, Handled handled) {
        Answer answer = Answer.document(handled.document());
        return written(
                        delivery,
                        action.parameter(),
                        handled.hotelCode(),
                        handled.remoteIds(),
                        handled.outcome(),
                        answer.status(),
                        handled.code(),
                        handled.reason(),
                        bytes)
                .thenApply(written -> answer);
    }

    private CompletionStage<Answer> closed(Delivery delivery, Opening.Closed closed) {
        @Nullable Action action = closed.action();
        Answer answer = closed.answer();
        return written(
                        delivery,
                        action == null ? "" : action.parameter(),
                        null,
                        List.of(),
                        Outcome.REFUSED,
                        answer.status(),
                        null,
                        answer.reason(),
                        0)
                .thenApply(written -> answer);
    }

    private CompletionStage<ChannelMessage> written(
            Delivery delivery,
            String action,
            @Nullable String hotelCode,
            List<String> remoteIds,
            Outcome outcome,
            int status,
            @Nullable String code,
            @Nullable String reason,
            long bytes) {
        return messages.append(new ChannelMessage(
                delivery.messageId(),
                delivery.tenant(),
                delivery.connection().name(),
                ChannelMessage.Direction.IN,
                action,
                hotelCode,
                remoteIds,
                outcome,
                status,
                code,
                reason,
                bytes,
                Duration.between(delivery.receivedAt(), clock.instant()),
                delivery.occurredAt(),
                delivery.receivedAt(),
                delivery.requestId()));
    }
}

package io.waymark.channels.partner;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.connection.Outbound;
import io.waymark.channels.connection.Protocol;
import io.waymark.channels.message.ChannelMessage;
import io.waymark.channels.message.ChannelMessage.Direction;
import io.waymark.channels.message.ChannelMessage.Outcome;
import io.waymark.channels.message.ChannelMessages;
import io.waymark.channels.partner.Partner.Delivered;
import io.waymark.channels.partner.Partner.Sent;
import io.waymark.channels.sync.ChannelSync;
import io.waymark.channels.sync.ChannelSync.Open;
import io.waymark.channels.sync.ChannelSync.Outgoing;
import io.waymark.channels.sync.ChannelSyncCommand;
import io.waymark.channels.sync.ChannelSyncCommand.Acknowledge;
import io.waymark.channels.sync.ChannelSyncCommand.Fail;
import io.waymark.events.channels.ChannelSyncEvent.Failure;
import io.waymark.kernel.Ids;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Steps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The step of a channel sync: sends the message that is under way once, and writes down that it did. */
public final class SendMessage implements Steps<ChannelSync, ChannelSyncCommand> {

    private static final int PER_MILLE = 1_001;

    private final ChannelConnections connections;
    private final Map<Protocol, Partner> partners;
    private final ChannelMessages messages;
    private final InstantSource clock;
    private final RandomGenerator random;

    public SendMessage(
            ChannelConnections connections,
            Map<Protocol, Partner> partners,
            ChannelMessages messages,
            InstantSource clock,
            RandomGenerator random) {
        this.connections = connections;
        this.partners = Map.copyOf(partners);
        this.messages = messages;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public boolean pending(ChannelSync state) {
        return state instanceof Open open && !open.queue().isEmpty();
    }

    @Override
    public CompletionStage<ChannelSyncCommand> carryOut(ChannelSync state, Origin origin) {
        Open open = (Open) state;
        Outgoing message = open.queue().getFirst();
        return connections.named(origin.tenant(), open.mapping().connection()).thenCompose(connection -> {
            Optional<Outbound> outbound = connection.flatMap(found -> Optional.ofNullable(found.outbound()));
            return outbound.isEmpty() || connection.isEmpty()
                    ? CompletableFuture.completedFuture(gone(message))
                    : send(connection.get(), outbound.get(), open, message, origin);
        });
    }

    private CompletionStage<ChannelSyncCommand> send(
            ChannelConnection connection, Outbound outbound, Open open, Outgoing message, Origin origin) {
        Instant began = clock.instant();
        Partner partner = partners.get(connection.protocol());
        if (partner == null) {
            throw new IllegalStateException("nobody speaks " + connection.protocol());
        }
        return partner.send(outbound, open.mapping(), message)
                .thenCompose(sent -> messages.append(record(connection, open, message, origin, began, sent))
                        .thenApply(written -> command(outbound, message, sent.delivered())));
    }

    private ChannelSyncCommand command(Outbound outbound, Outgoing message, Delivered delivered) {
        return switch (delivered) {
            case Delivered.Taken taken -> new Acknowledge(message.number(), taken.rejected(), taken.reason());
            case Delivered.Failed failed ->
                new Fail(
                        message.number(),
                        failed.failure(),
                        failed.reason(),
                        failed.retryAfter(),
                        failed.mayComeLate() ? outbound.lateAfter() : null,
                        random.nextInt(PER_MILLE));
        };
    }

    private ChannelSyncCommand gone(Outgoing message) {
        return new Fail(
                message.number(),
                Failure.UNREACHABLE,
                "the connection no longer sends",
                null,
                null,
                random.nextInt(PER_MILLE));
    }

    private ChannelMessage record(
            ChannelConnection connection, Open open, Outgoing message, Origin origin, Instant began, Sent sent) {
        @Nullable String reason = reason(sent.delivered());
        return new ChannelMessage(
                Ids.next("chm", began, random),
                connection.tenant(),
                connection.name(),
                Direction.OUT,
                sent.action(),
                open.mapping().hotelCode(),
                List.of(),
                outcome(sent.delivered()),
                sent.httpStatus(),
                null,
                reason,
                sent.bytes(),
                Duration.between(began, clock.instant()),
                origin.occurredAt() == null ? began : origin.occurredAt(),
                began,
                open.mapping().roomTypeCode() + " #" + message.number());
    }

    private static Outcome outcome(Delivered delivered) {
        return switch (delivered) {
            case Delivered.Taken taken -> taken.rejected().isEmpty() ? Outcome.SUCCESS : Outcome.WARNING;
            case Delivered.Failed failed ->
                switch (failed.failure()) {
                    case DECLINED -> Outcome.ERROR;
                    case UNKNOWN, LIMITED, UNREACHABLE -> Outcome.REFUSED;
                };
        };
    }

    private static @Nullable String reason(Delivered delivered) {
        return switch (delivered) {
            case Delivered.Taken taken -> taken.reason();
            case Delivered.Failed failed -> failed.reason();
        };
    }
}

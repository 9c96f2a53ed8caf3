package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Request;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.handshake.Handshake;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each request to whoever carries it out. */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final PushedReservations reservations;
    private final PushedFreeRooms freeRooms;
    private final PushedInventory inventory;
    private final PushedRatePlans ratePlans;
    private final Pulls pulls;

    Dispatcher(
            PushedReservations reservations,
            PushedFreeRooms freeRooms,
            PushedInventory inventory,
            PushedRatePlans ratePlans,
            Pulls pulls) {
        this.reservations = reservations;
        this.freeRooms = freeRooms;
        this.inventory = inventory;
        this.ratePlans = ratePlans;
        this.pulls = pulls;
    }

    CompletionStage<Handled> handle(Delivery delivery, Action action, Request request) {
        return carryOut(delivery, request).exceptionally(failure -> {
            LOG.error("{}: {} failed", delivery.messageId(), action.parameter(), failure);
            return Handled.errors(
                    action,
                    null,
                    List.of(new Violation(
                            OtaError.SYSTEM_ERROR, "the message could not be carried out completely; send it again")));
        });
    }

    private CompletionStage<Handled> carryOut(Delivery delivery, Request request) {
        return switch (request) {
            case Request.Ping ping ->
                CompletableFuture.completedFuture(Handled.success(Handshake.answer(ping.document()), null));
            case Request.PushReservations push -> reservations.handle(delivery, push.reservations());
            case Request.PushFreeRooms push -> freeRooms.handle(delivery, push.message());
            case Request.PushInventory push -> inventory.rooms(delivery, push.message());
            case Request.PushHotelInfo push -> inventory.description(delivery, push.message());
            case Request.PushRatePlans push -> ratePlans.handle(delivery, push.message());
            case Request.PullInventory pull -> pulls.inventory(delivery, pull.hotel());
            case Request.PullHotelInfo pull -> pulls.hotelInfo(delivery, pull.hotel());
            case Request.PullBaseRates pull -> pulls.baseRates(delivery, pull.message());
            case Request.ReadReservations read -> pulls.reservations(delivery, read.message());
            case Request.AcknowledgeReservations acknowledge -> pulls.acknowledged(delivery, acknowledge.message());
        };
    }
}

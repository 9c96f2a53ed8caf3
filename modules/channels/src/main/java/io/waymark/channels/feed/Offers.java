package io.waymark.channels.feed;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.Outbound;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.port.SellableRoom;
import io.waymark.channels.port.SellableRoom.Night;
import io.waymark.channels.rateplan.OwnPrices;
import io.waymark.channels.rateplan.PricePlan;
import io.waymark.channels.rateplan.PricePlans;
import io.waymark.channels.rateplan.RatePlanCommand;
import io.waymark.channels.sync.ChannelSync.Mapping;
import io.waymark.channels.sync.DayOffer;
import io.waymark.channels.sync.DayOffer.Terms;
import io.waymark.kernel.DateRange;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a channel may be told now: rooms by the share it has, prices of the rate plan it is given. */
public final class Offers {

    private final Hotels hotels;
    private final Entities<PricePlan, RatePlanCommand> plans;

    public Offers(Hotels hotels, Entities<PricePlan, RatePlanCommand> plans) {
        this.hotels = hotels;
        this.plans = plans;
    }

    /** A room type as a channel may sell it. */
    public record Offered(Mapping mapping, SortedMap<LocalDate, DayOffer> days) {}

    /** Every date of the range; empty where the connection does not sell the room type. */
    public CompletionStage<Optional<Offered>> of(
            ChannelConnection connection, Outbound outbound, String roomTypeId, DateRange dates) {
        return hotels.sellable(connection.tenant(), roomTypeId, dates).thenCompose(found -> {
            Optional<SellableRoom> room = found.filter(candidate -> connection.speaksFor(candidate.hotelCode()));
            return room.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : prices(connection, outbound, room.get())
                            .thenApply(prices -> Optional.of(offered(connection, outbound, room.get(), prices)));
        });
    }

    private CompletionStage<Optional<OwnPrices>> prices(
            ChannelConnection connection, Outbound outbound, SellableRoom room) {
        @Nullable String plan = outbound.ratePlan();
        return plan == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : plans.read(connection.tenant(), PricePlans.id(connection.tenant(), room.hotelCode(), plan))
                        .thenApply(reply -> switch (reply) {
                            case Reply.Done<PricePlan> done ->
                                Optional.of(OwnPrices.of(done.state(), room.roomTypeCode()));
                            case Reply.Refused<PricePlan> refused -> Optional.empty();
                        });
    }

    private static Offered offered(
            ChannelConnection connection, Outbound outbound, SellableRoom room, Optional<OwnPrices> prices) {
        SortedMap<LocalDate, DayOffer> days = new TreeMap<>();
        room.nights()
                .forEach((date, night) -> days.put(
                        date,
                        new DayOffer(
                                Share.of(night, outbound),
                                prices.map(own -> terms(night, own, date)).orElse(null))));
        return new Offered(
                new Mapping(
                        connection.name(), room.propertyId(), room.hotelCode(), room.roomTypeId(), room.roomTypeCode()),
                days);
    }

    private static Terms terms(Night night, OwnPrices prices, LocalDate date) {
        return new Terms(
                prices.on(date).orElse(null), night.minStay(), night.closedToArrival(), night.closedToDeparture());
    }
}

package io.waymark.inventory.property;

import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.inventory.RoomTypeCommand.OpenRoomType;
import io.waymark.inventory.RoomTypes;
import io.waymark.inventory.RoomTypes.Outcome;
import io.waymark.inventory.property.Property.Defined;
import io.waymark.inventory.property.Property.Undefined;
import io.waymark.inventory.property.PropertyCommand.RoomTypesReady;
import io.waymark.kernel.Problem;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Steps;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a described property owes: telling its room types. A room type that knows already is not disturbed. */
public final class OpenRoomTypes implements Steps<Property, PropertyCommand> {

    private final RoomTypes roomTypes;

    public OpenRoomTypes(RoomTypes roomTypes) {
        this.roomTypes = roomTypes;
    }

    @Override
    public boolean pending(Property property) {
        return switch (property) {
            case Undefined undefined -> false;
            case Defined defined -> defined.opening();
        };
    }

    @Override
    public CompletionStage<PropertyCommand> carryOut(Property property, Origin origin) {
        return switch (property) {
            case Undefined undefined -> throw new IllegalStateException("nothing is pending");
            case Defined defined ->
                open(defined.description(), defined.description().roomTypes(), origin)
                        .thenApply(done -> new RoomTypesReady());
        };
    }

    private CompletionStage<Outcome> open(PropertyDefined property, List<RoomTypeOffer> offers, Origin origin) {
        if (offers.isEmpty()) {
            return CompletableFuture.completedFuture(new Outcome.Done());
        }
        RoomTypeOffer offer = offers.getFirst();
        OpenRoomType command =
                new OpenRoomType(property.propertyId(), property.code(), offer.code(), offer.name(), offer.maxGuests());
        return roomTypes
                .ask(offer.roomTypeId(), command, origin.part(offer.code()))
                .thenCompose(outcome -> switch (outcome) {
                    case Outcome.Done done -> open(property, offers.subList(1, offers.size()), origin);
                    case Outcome.Unavailable unavailable ->
                        throw new IllegalStateException(offer.roomTypeId() + " is " + unavailable);
                    case Outcome.Refused(Problem problem) ->
                        throw new IllegalStateException(offer.roomTypeId() + " did not open: " + problem.detail());
                });
    }
}

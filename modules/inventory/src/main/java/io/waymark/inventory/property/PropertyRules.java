package io.waymark.inventory.property;

import io.waymark.events.inventory.PropertyEvent;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.events.inventory.PropertyEvent.RoomTypesOpened;
import io.waymark.inventory.property.Property.Defined;
import io.waymark.inventory.property.Property.Undefined;
import io.waymark.inventory.property.PropertyCommand.DefineProperty;
import io.waymark.inventory.property.PropertyCommand.RoomTypesReady;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Rules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a house may be described. A room type that a later description leaves out stays, because bookings refer to it. */
public final class PropertyRules implements Rules<Property, PropertyCommand, PropertyEvent> {

    private static final int ROOM_TYPES = 500;

    @Override
    public Property empty() {
        return new Undefined();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("property", "1");
    }

    @Override
    public Decision<PropertyEvent> decide(Property property, PropertyCommand command, Moment moment) {
        return switch (command) {
            case DefineProperty define -> define(property, define.description());
            case RoomTypesReady ready ->
                property instanceof Defined(PropertyDefined description, boolean opening) && opening
                        ? Decision.accept(new RoomTypesOpened())
                        : Decision.unchanged();
        };
    }

    @Override
    public Property evolve(Property property, PropertyEvent event, Instant occurredAt) {
        return switch (event) {
            case PropertyDefined e -> new Defined(e, true);
            case RoomTypesOpened e ->
                switch (property) {
                    case Defined defined -> new Defined(defined.description(), false);
                    case Undefined undefined -> throw new IllegalStateException(e + " cannot follow " + property);
                };
        };
    }

    private static Decision<PropertyEvent> define(Property property, PropertyDefined wanted) {
        long codes =
                wanted.roomTypes().stream().map(RoomTypeOffer::code).distinct().count();
        if (codes < wanted.roomTypes().size()) {
            return Decision.refuse(ProblemCode.INVALID, "Two room types have the same code.");
        }
        PropertyDefined description = switch (property) {
            case Undefined undefined -> wanted;
            case Defined defined -> keeping(defined.description().roomTypes(), wanted);
        };
        if (description.roomTypes().size() > ROOM_TYPES) {
            return Decision.refuse(ProblemCode.INVALID, "A property has at most " + ROOM_TYPES + " room types.");
        }
        return property instanceof Defined before && before.description().equals(description)
                ? Decision.unchanged()
                : Decision.accept(description);
    }

    private static PropertyDefined keeping(List<RoomTypeOffer> before, PropertyDefined wanted) {
        Map<String, RoomTypeOffer> offers = new LinkedHashMap<>();
        wanted.roomTypes().forEach(offer -> offers.put(offer.roomTypeId(), offer));
        before.forEach(offer -> offers.putIfAbsent(offer.roomTypeId(), offer));
        return new PropertyDefined(
                wanted.propertyId(),
                wanted.code(),
                wanted.name(),
                wanted.place(),
                wanted.currency(),
                wanted.timeZone(),
                List.copyOf(offers.values()));
    }
}

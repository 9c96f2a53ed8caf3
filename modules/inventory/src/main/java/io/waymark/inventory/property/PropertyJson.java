package io.waymark.inventory.property;

import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.http.ProblemException;
import io.waymark.inventory.Properties;
import io.waymark.inventory.property.Property.Defined;
import io.waymark.inventory.property.Property.Undefined;
import io.waymark.kernel.Tenant;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Properties in the JSON of the API. */
final class PropertyJson {

    private static final int LONGEST_CODE = 32;
    private static final int LONGEST_NAME = 128;
    private static final int MOST_GUESTS = 100;

    private PropertyJson() {}

    /** A property as a client describes it. */
    record Details(
            String code,
            String name,
            @Nullable String place,
            String currency,
            String timeZone,
            List<RoomType> roomTypes) {

        /** The description with the ids that follow from the codes. */
        PropertyDefined description(Tenant tenant, String propertyId) {
            requireText("/code", code, LONGEST_CODE);
            requireText("/name", name, LONGEST_NAME);
            if (!Properties.id(tenant, code).equals(propertyId)) {
                throw ProblemException.invalid(
                        "/code", "belongs to the id " + Properties.id(tenant, code) + ", not to the one in the path");
            }
            List<RoomType> offered = Objects.requireNonNullElse(roomTypes, List.of());
            return new PropertyDefined(
                    propertyId,
                    code,
                    name,
                    place,
                    knownCurrency(currency),
                    knownZone(timeZone),
                    java.util.stream.IntStream.range(0, offered.size())
                            .mapToObj(i -> offered.get(i).offer(tenant, code, i))
                            .toList());
        }
    }

    /** A room type as a client describes it. */
    record RoomType(String code, String name, int maxGuests) {

        RoomTypeOffer offer(Tenant tenant, String propertyCode, int index) {
            requireText("/roomTypes/" + index + "/code", code, LONGEST_CODE);
            requireText("/roomTypes/" + index + "/name", name, LONGEST_NAME);
            if (maxGuests < 1 || maxGuests > MOST_GUESTS) {
                throw ProblemException.invalid("/roomTypes/" + index + "/maxGuests", "takes 1 to " + MOST_GUESTS);
            }
            return new RoomTypeOffer(Properties.roomTypeId(tenant, propertyCode, code), code, name, maxGuests);
        }
    }

    /** A property as the API answers it. */
    record View(
            String id,
            long revision,
            String code,
            String name,
            String place,
            String currency,
            String timeZone,
            List<RoomTypeView> roomTypes) {

        static Optional<View> of(String id, Property property, long revision) {
            return switch (property) {
                case Undefined undefined -> Optional.empty();
                case Defined defined -> Optional.of(of(defined.description(), revision));
            };
        }

        static View of(PropertyDefined property, long revision) {
            return new View(
                    property.propertyId(),
                    revision,
                    property.code(),
                    property.name(),
                    Objects.requireNonNullElse(property.place(), ""),
                    property.currency().getCurrencyCode(),
                    property.timeZone().getId(),
                    property.roomTypes().stream().map(RoomTypeView::of).toList());
        }
    }

    /** A room type in a property. */
    record RoomTypeView(String id, String code, String name, int maxGuests) {

        static RoomTypeView of(RoomTypeOffer offer) {
            return new RoomTypeView(offer.roomTypeId(), offer.code(), offer.name(), offer.maxGuests());
        }
    }

    private static void requireText(String pointer, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw ProblemException.invalid(pointer, "takes 1 to " + longest + " characters");
        }
    }

    private static Currency knownCurrency(@Nullable String code) {
        try {
            return Currency.getInstance(Objects.requireNonNullElse(code, ""));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/currency", "takes an ISO 4217 code such as EUR");
        }
    }

    private static ZoneId knownZone(@Nullable String id) {
        try {
            return ZoneId.of(Objects.requireNonNullElse(id, ""));
        } catch (DateTimeException e) {
            throw ProblemException.invalid("/timeZone", "takes a zone such as Europe/Lisbon");
        }
    }
}

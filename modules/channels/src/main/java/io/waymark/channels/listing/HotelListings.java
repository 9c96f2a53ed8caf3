package io.waymark.channels.listing;

import io.waymark.channels.listing.HotelListingCommand.DescribeHotel;
import io.waymark.channels.listing.HotelListingCommand.DescribeRooms;
import io.waymark.events.channels.HotelListingEvent;
import io.waymark.events.channels.HotelListingEvent.HotelDescribed;
import io.waymark.events.channels.HotelListingEvent.RoomsDescribed;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Rules;
import java.time.Instant;
import java.util.Map;

/** Makes the entities of listings; a listing has the id of its property. */
public final class HotelListings {

    /** The name is the prefix of every persistence id in the journal: never change it. */
    public static final String KIND = "HotelListing";

    private HotelListings() {}

    public static EntityKind<HotelListing, HotelListingCommand, HotelListingEvent> kind() {
        return EntityKind.of(KIND, HotelListingEvent.class, new ListingRules());
    }

    /** The newest description counts; one that says nothing new changes nothing. */
    private static final class ListingRules implements Rules<HotelListing, HotelListingCommand, HotelListingEvent> {

        @Override
        public HotelListing empty() {
            return new HotelListing(null, null);
        }

        @Override
        public Decision<HotelListingEvent> decide(HotelListing state, HotelListingCommand command, Moment moment) {
            return switch (command) {
                case DescribeRooms(RoomsDescribed description) ->
                    description.equals(state.rooms()) ? Decision.unchanged() : Decision.accept(description);
                case DescribeHotel(HotelDescribed description) ->
                    description.equals(state.hotel()) ? Decision.unchanged() : Decision.accept(description);
            };
        }

        @Override
        public HotelListing evolve(HotelListing state, HotelListingEvent event, Instant occurredAt) {
            return switch (event) {
                case RoomsDescribed rooms -> new HotelListing(rooms, state.hotel());
                case HotelDescribed hotel -> new HotelListing(state.rooms(), hotel);
            };
        }

        @Override
        public Map<String, String> versions() {
            return Map.of("hotel-listing", "1");
        }
    }
}

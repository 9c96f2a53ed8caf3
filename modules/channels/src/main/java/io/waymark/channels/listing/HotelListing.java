package io.waymark.channels.listing;

import io.waymark.events.channels.HotelListingEvent.HotelDescribed;
import io.waymark.events.channels.HotelListingEvent.RoomsDescribed;
import io.waymark.runtime.entity.ClusterMessage;
import org.jspecify.annotations.Nullable;

/**
 * What channels have said about a house, newest first of each kind.
 *
 * @param rooms the description of categories and rooms; null where there is none yet
 * @param hotel the description of the house; null where there is none yet
 */
public record HotelListing(
        @Nullable RoomsDescribed rooms, @Nullable HotelDescribed hotel) implements ClusterMessage {}

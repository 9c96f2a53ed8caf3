package io.waymark.channels.listing;

import io.waymark.events.channels.HotelListingEvent.HotelDescribed;
import io.waymark.events.channels.HotelListingEvent.RoomsDescribed;
import io.waymark.runtime.entity.ClusterMessage;

/** Everything that can be asked of a listing. */
public sealed interface HotelListingCommand extends ClusterMessage {

    /** Take over a description of categories and rooms. */
    record DescribeRooms(RoomsDescribed description) implements HotelListingCommand {}

    /** Take over a description of the house. */
    record DescribeHotel(HotelDescribed description) implements HotelListingCommand {}
}

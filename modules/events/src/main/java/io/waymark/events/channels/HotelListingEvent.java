package io.waymark.events.channels;

import io.waymark.events.Event;
import io.waymark.events.EventName;
import org.jspecify.annotations.Nullable;

/** What channels say about a house for its presentation; what is sold there stands with the property itself. */
public sealed interface HotelListingEvent extends Event {

    /**
     * Categories and rooms were described, with names, texts and pictures; replaces what was said before.
     *
     * @param document the channel's description, AlpineBits' FacilityInfo as XML
     */
    @EventName("channels.rooms-described.v1")
    record RoomsDescribed(String connection, String propertyId, String hotelCode, String document)
            implements HotelListingEvent {}

    /**
     * The house itself was described; replaces what was said before.
     *
     * @param document the channel's description, AlpineBits' HotelInfo, Policies, AffiliationInfo and ContactInfos as XML
     */
    @EventName("channels.hotel-described.v1")
    record HotelDescribed(
            String connection,
            String propertyId,
            String hotelCode,
            @Nullable String hotelName,
            String document) implements HotelListingEvent {}
}

package io.waymark.pipeline.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be done to the nights of a booking in {@code fact_stay_night}.
 *
 * @param added nights that are not there
 * @param replaced nights that may be there and look different
 * @param kept the only nights that may stay; none where no night has to go
 */
record NightsUpdate(
        BookingFact booking, List<StayNight> added, List<StayNight> replaced, Optional<List<StayNight>> kept) {

    private record Place(int line, long night) {

        static Place of(StayNight night) {
            return new Place(night.line(), night.night().toEpochDay());
        }
    }

    /** From one list of nights, which is surely there, to another; empty where they are the same. */
    static Optional<NightsUpdate> between(BookingFact booking, List<StayNight> before, List<StayNight> after) {
        Map<Place, StayNight> there = new HashMap<>();
        before.forEach(night -> there.put(Place.of(night), night));
        List<StayNight> added = new ArrayList<>();
        List<StayNight> replaced = new ArrayList<>();
        Set<Place> places = new HashSet<>();
        for (StayNight night : after) {
            Place place = Place.of(night);
            places.add(place);
            StayNight old = there.get(place);
            if (old == null) {
                added.add(night);
            } else if (!old.equals(night)) {
                replaced.add(night);
            }
        }
        boolean someGo = !places.containsAll(there.keySet());
        boolean same = added.isEmpty() && replaced.isEmpty() && !someGo;
        return same
                ? Optional.empty()
                : Optional.of(
                        new NightsUpdate(booking, added, replaced, someGo ? Optional.of(after) : Optional.empty()));
    }

    /** To these nights, whatever is there. */
    static NightsUpdate settle(BookingFact booking, List<StayNight> nights) {
        return new NightsUpdate(booking, List.of(), nights, Optional.of(nights));
    }
}

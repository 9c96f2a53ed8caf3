package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.HotelReference;
import java.util.List;

/**
 * RatePlans of one house, pushed with OTA_HotelRatePlanNotifRQ or answered with OTA_HotelRatePlanRS.
 *
 * @param completeSet whether rate plans that are not mentioned cease to exist
 */
public record RatePlans(boolean completeSet, HotelReference hotel, List<RatePlan> plans) {

    public RatePlans {
        plans = List.copyOf(plans);
    }

    /** Whether the message removes everything: a complete set of nothing. */
    public boolean reset() {
        return completeSet && plans.size() == 1 && plans.getFirst().empty();
    }
}

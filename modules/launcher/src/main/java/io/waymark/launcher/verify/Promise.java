package io.waymark.launcher.verify;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What someone outside was told about one booking, written down as it was told.
 *
 * @param told how often each event was acknowledged, by its name without the version, such as {@code booking.confirmed}
 * @param unclear events that were asked for and never clearly answered: they may have happened, once
 * @param status what the booking must be in the end; null where that is unclear
 */
public record Promise(
        Map<String, Integer> told,
        Set<String> unclear,
        @Nullable String status) {

    public Promise {
        told = Map.copyOf(told);
        unclear = Set.copyOf(unclear);
    }
}

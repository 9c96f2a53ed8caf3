package io.waymark.channels.alpinebits.reservation;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Meals by our codes and by OpenTravel's MPT, of which AlpineBits uses five. */
public final class Meals {

    private static final Map<String, Integer> PLANS = Map.of("AI", 1, "BB", 3, "FB", 10, "HB", 12, "SC", 14);
    private static final Map<Integer, String> CODES =
            PLANS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Meals() {}

    /** OpenTravel's code; null for a meal that it does not know. */
    public static @Nullable Integer plan(@Nullable String meal) {
        return meal == null ? null : PLANS.get(meal);
    }

    /** Our code; null for none. */
    public static @Nullable String meal(@Nullable Integer plan) {
        return plan == null ? null : CODES.get(plan);
    }
}

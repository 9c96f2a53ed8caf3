package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.rateplan.RatePlan.Description;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can or must be bought with the room: its description without days, or its price in some days.
 *
 * @param type EXTRA or ALPINEBITSEXTRA
 * @param chargeType OpenTravel's CHG
 * @param amount null where it cannot be had in these days
 */
public record Supplement(
        String type,
        String code,
        @Nullable Boolean addToRate,
        @Nullable Boolean mandatory,
        @Nullable Integer chargeType,
        @Nullable BigDecimal amount,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Prerequisite prerequisite,
        List<Description> descriptions) {

    public Supplement {
        descriptions = List.copyOf(descriptions);
    }

    /** Whether this is the description, which is for no days. */
    public boolean isStatic() {
        return start == null && end == null;
    }

    /**
     * What the supplement is limited to.
     *
     * @param type ALPINEBITSDOW for days of the week, ROOMTYPE for a category
     */
    public record Prerequisite(String type, String code) {}
}

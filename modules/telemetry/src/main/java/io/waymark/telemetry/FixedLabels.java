package io.waymark.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Lets a meter in only if all of its labels are known here and none of its values looks like an id.
 *
 * <p>A label that is a tenant, a guest or a booking would grow without end and tell what only the tenant may know. The lists
 * are short; this is the last gate before them.
 */
final class FixedLabels implements MeterFilter {

    /** What our own meters are told apart by. */
    private static final Set<String> OWN = Set.of(
            "method",
            "route",
            "status",
            "entity",
            "outcome",
            "projection",
            "direction",
            "action",
            "sink",
            "check",
            "state");

    /** What the binders of the JVM and of the connection pools are told apart by. */
    private static final Set<String> BORROWED = Set.of("area", "id", "gc", "cause", "pool", "state", "action");

    private static final String OWN_NAMES = "waymark";
    private static final int LONGEST_VALUE = 80;

    @Override
    public MeterFilterReply accept(Meter.Id meter) {
        Set<String> known = meter.getName().startsWith(OWN_NAMES) ? OWN : BORROWED;
        for (Tag tag : meter.getTagsAsIterable()) {
            if (!known.contains(tag.getKey()) || tag.getValue().length() > LONGEST_VALUE) {
                return MeterFilterReply.DENY;
            }
        }
        return MeterFilterReply.NEUTRAL;
    }
}

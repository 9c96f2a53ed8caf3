package io.waymark.channels.rateplan;

import io.waymark.events.channels.RatePlanEvent.RatePlanDefined;
import io.waymark.events.channels.RatePlanEvent.RatePlanOverlaid;
import io.waymark.events.channels.RatePlanEvent.RatePlanWithdrawn;
import io.waymark.runtime.entity.ClusterMessage;

/** Everything that can be asked of a rate plan. */
public sealed interface RatePlanCommand extends ClusterMessage {

    /** Make the plan what the definition says. */
    record Define(RatePlanDefined definition) implements RatePlanCommand {}

    /** Lay new days over the plan. */
    record Overlay(RatePlanOverlaid days) implements RatePlanCommand {}

    /** Stop selling the plan. */
    record Withdraw(RatePlanWithdrawn withdrawal) implements RatePlanCommand {}
}

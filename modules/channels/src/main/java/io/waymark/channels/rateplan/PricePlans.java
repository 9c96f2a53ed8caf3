package io.waymark.channels.rateplan;

import io.waymark.channels.rateplan.PricePlan.Sent;
import io.waymark.channels.rateplan.PricePlan.Unsent;
import io.waymark.channels.rateplan.RatePlanCommand.Define;
import io.waymark.channels.rateplan.RatePlanCommand.Overlay;
import io.waymark.channels.rateplan.RatePlanCommand.Withdraw;
import io.waymark.events.channels.RatePlanEvent;
import io.waymark.events.channels.RatePlanEvent.RatePlanDefined;
import io.waymark.events.channels.RatePlanEvent.RatePlanOverlaid;
import io.waymark.events.channels.RatePlanEvent.RatePlanWithdrawn;
import io.waymark.kernel.Ids;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Rules;
import java.time.Instant;
import java.util.Map;

/** Makes the entities of rate plans, and names them. */
public final class PricePlans {

    /** The name is the prefix of every persistence id in the journal: never change it. */
    public static final String KIND = "RatePlan";

    private PricePlans() {}

    public static EntityKind<PricePlan, RatePlanCommand, RatePlanEvent> kind() {
        return EntityKind.of(KIND, RatePlanEvent.class, new PlanRules());
    }

    /** The id of a property's rate plan: whoever knows the codes knows the id. */
    public static String id(Tenant tenant, String propertyCode, String ratePlanCode) {
        return Ids.derived("rpl", tenant.id(), propertyCode, ratePlanCode.replace('\n', ' '));
    }

    /** A plan is replaced as a whole, overlaid by days, or withdrawn; only what is sold can be overlaid. */
    static final class PlanRules implements Rules<PricePlan, RatePlanCommand, RatePlanEvent> {

        @Override
        public PricePlan empty() {
            return new Unsent();
        }

        @Override
        public Decision<RatePlanEvent> decide(PricePlan state, RatePlanCommand command, Moment moment) {
            return switch (command) {
                case Define(RatePlanDefined definition) -> Decision.accept(definition);
                case Overlay(RatePlanOverlaid days) ->
                    state instanceof Sent sent && !sent.withdrawn()
                            ? Decision.accept(days)
                            : Decision.refuse(ProblemCode.NOT_FOUND, "there is no such rate plan to overlay");
                case Withdraw(RatePlanWithdrawn withdrawal) ->
                    state instanceof Sent sent && !sent.withdrawn()
                            ? Decision.accept(withdrawal)
                            : Decision.unchanged();
            };
        }

        @Override
        public PricePlan evolve(PricePlan state, RatePlanEvent event, Instant occurredAt) {
            return switch (event) {
                case RatePlanDefined defined ->
                    new Sent(
                            defined.connection(),
                            defined.propertyId(),
                            defined.propertyCode(),
                            defined.terms(),
                            defined.prices(),
                            defined.rules(),
                            defined.extras(),
                            false,
                            occurredAt);
                case RatePlanOverlaid overlaid -> {
                    Sent sent = sent(state, event);
                    yield new Sent(
                            overlaid.connection(),
                            sent.propertyId(),
                            sent.propertyCode(),
                            sent.terms(),
                            Overlays.prices(sent.prices(), overlaid.prices()),
                            Overlays.rules(sent.rules(), overlaid.rules()),
                            sent.extras(),
                            false,
                            occurredAt);
                }
                case RatePlanWithdrawn withdrawn -> {
                    Sent sent = sent(state, event);
                    yield new Sent(
                            withdrawn.connection(),
                            sent.propertyId(),
                            sent.propertyCode(),
                            sent.terms(),
                            sent.prices(),
                            sent.rules(),
                            sent.extras(),
                            true,
                            occurredAt);
                }
            };
        }

        @Override
        public Map<String, String> versions() {
            return Map.of("rate-plan", "1");
        }

        private static Sent sent(PricePlan state, RatePlanEvent event) {
            if (state instanceof Sent sent) {
                return sent;
            }
            throw new IllegalStateException(event + " cannot follow " + state);
        }
    }
}

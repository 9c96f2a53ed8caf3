package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.rateplan.RatePlan;
import io.waymark.channels.alpinebits.rateplan.RatePlanMapping;
import io.waymark.channels.alpinebits.rateplan.RatePlans;
import io.waymark.channels.port.Hotel;
import io.waymark.channels.rateplan.PricePlan;
import io.waymark.channels.rateplan.PricePlans;
import io.waymark.channels.rateplan.RatePlanCommand;
import io.waymark.channels.rateplan.RatePlanCommand.Define;
import io.waymark.channels.rateplan.RatePlanCommand.Overlay;
import io.waymark.channels.rateplan.RatePlanCommand.Withdraw;
import io.waymark.channels.rateplan.RatePlanList;
import io.waymark.events.channels.RatePlanEvent.RatePlanDefined;
import io.waymark.events.channels.RatePlanEvent.RatePlanOverlaid;
import io.waymark.events.channels.RatePlanEvent.RatePlanWithdrawn;
import io.waymark.http.Cursor;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Carries RatePlans over, plan by plan. Room types that the hotel does not have keep their prices and lead to a warning:
 * prices often come before the category is described. A plan that cannot be overlaid leads to a warning where others
 * could, and to an error where none could.
 */
final class PushedRatePlans {

    private final HotelLookup lookup;
    private final RatePlanList list;
    private final Entities<PricePlan, RatePlanCommand> plans;

    PushedRatePlans(HotelLookup lookup, RatePlanList list, Entities<PricePlan, RatePlanCommand> plans) {
        this.lookup = lookup;
        this.list = list;
        this.plans = plans;
    }

    CompletionStage<Handled> handle(Delivery delivery, RatePlans message) {
        return lookup.find(delivery.connection(), message.hotel()).thenCompose(found -> switch (found) {
            case HotelLookup.Found.Nowhere nowhere ->
                CompletableFuture.completedFuture(
                        Handled.errors(Action.PUSH_RATE_PLANS, message.hotel().code(), List.of(nowhere.violation())));
            case HotelLookup.Found.Here here -> carryOut(delivery, message, here.hotel());
        });
    }

    private CompletionStage<Handled> carryOut(Delivery delivery, RatePlans message, Hotel hotel) {
        return superseded(delivery, message, hotel).thenCompose(superseded -> {
            Map<String, RatePlanCommand> commands = new LinkedHashMap<>();
            superseded.forEach(code -> commands.put(code, withdraw(delivery)));
            if (!message.reset()) {
                message.plans().forEach(plan -> commands.put(code(plan), command(delivery, plan, hotel)));
            }
            CompletionStage<List<String>> refusals = CompletableFuture.completedFuture(List.of());
            for (Map.Entry<String, RatePlanCommand> command : commands.entrySet()) {
                refusals = refusals.thenCompose(before -> ask(delivery, hotel, command.getKey(), command.getValue())
                        .thenApply(reply -> refused(before, command.getKey(), reply)));
            }
            return refusals.thenApply(all -> handled(message, hotel, commands.size(), all));
        });
    }

    /** The plans that a complete set takes off sale, because it does not mention them. */
    private CompletionStage<List<String>> superseded(Delivery delivery, RatePlans message, Hotel hotel) {
        if (!message.completeSet()) {
            return CompletableFuture.completedFuture(List.of());
        }
        List<String> mentioned = message.reset()
                ? List.of()
                : message.plans().stream().map(PushedRatePlans::code).toList();
        return list.page(delivery.tenant(), hotel.propertyId(), null, Cursor.LARGEST_LIMIT)
                .thenApply(entries -> entries.stream()
                        .filter(entry -> !entry.withdrawn() && !mentioned.contains(entry.code()))
                        .map(RatePlanList.Entry::code)
                        .toList());
    }

    private CompletionStage<Reply<PricePlan>> ask(
            Delivery delivery, Hotel hotel, String code, RatePlanCommand command) {
        return plans.ask(PricePlans.id(delivery.tenant(), hotel.code(), code), command, delivery.origin(code));
    }

    private static RatePlanCommand command(Delivery delivery, RatePlan plan, Hotel hotel) {
        String connection = delivery.connection().name();
        return switch (Objects.requireNonNull(plan.notification(), "the rules want a notification")) {
            case NEW ->
                new Define(new RatePlanDefined(
                        connection,
                        hotel.propertyId(),
                        hotel.code(),
                        RatePlanMapping.terms(plan),
                        RatePlanMapping.prices(plan),
                        RatePlanMapping.rules(plan),
                        RatePlanMapping.extras(plan)));
            case OVERLAY ->
                new Overlay(
                        new RatePlanOverlaid(connection, RatePlanMapping.prices(plan), RatePlanMapping.rules(plan)));
            case REMOVE -> withdraw(delivery);
        };
    }

    private static RatePlanCommand withdraw(Delivery delivery) {
        return new Withdraw(new RatePlanWithdrawn(delivery.connection().name()));
    }

    private static Handled handled(RatePlans message, Hotel hotel, int commands, List<String> refusals) {
        if (!refusals.isEmpty() && refusals.size() == commands) {
            return Handled.errors(
                    Action.PUSH_RATE_PLANS,
                    hotel.code(),
                    refusals.stream()
                            .map(refusal -> new Violation(OtaError.INVALID_RATE_PLAN, refusal))
                            .toList());
        }
        List<String> warnings = new ArrayList<>(refusals);
        warnings.addAll(unknownRooms(message, hotel));
        return Handled.done(Action.PUSH_RATE_PLANS, hotel.code(), warnings);
    }

    private static Set<String> unknownRooms(RatePlans message, Hotel hotel) {
        Set<String> warnings = new LinkedHashSet<>();
        message.plans().stream().flatMap(plan -> plan.rates().stream()).forEach(rate -> {
            String code = rate.roomTypeCode();
            if (code != null && hotel.room(code).isEmpty()) {
                warnings.add("hotel " + hotel.code() + " has no room type '" + code + "' yet: its prices were kept");
            }
        });
        return warnings;
    }

    private static List<String> refused(List<String> before, String code, Reply<PricePlan> reply) {
        if (reply instanceof Reply.Refused<PricePlan> refused) {
            List<String> all = new ArrayList<>(before);
            all.add("rate plan '" + code + "': " + refused.problem().detail());
            return all;
        }
        return before;
    }

    private static String code(RatePlan plan) {
        return Objects.requireNonNull(plan.code(), "the rules want a code");
    }
}

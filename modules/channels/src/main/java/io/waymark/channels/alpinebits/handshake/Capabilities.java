package io.waymark.channels.alpinebits.handshake;

import io.waymark.channels.alpinebits.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a side of the connection can do: by version the actions, by action the optional parts it supports.
 *
 * @param versions in the order of the document
 */
public record Capabilities(SequencedMap<String, SequencedMap<String, SequencedSet<String>>> versions) {

    /** The version that we speak. */
    public static final String VERSION = "2020-10";

    /** Everything that we can do. */
    public static Capabilities ours() {
        SequencedMap<String, SequencedSet<String>> actions = new LinkedHashMap<>();
        Arrays.stream(Action.values())
                .filter(action -> !action.capability().isEmpty())
                .forEach(action -> actions.put(action.capability(), new LinkedHashSet<>(supports(action))));
        SequencedMap<String, SequencedMap<String, SequencedSet<String>>> versions = new LinkedHashMap<>();
        versions.put(VERSION, actions);
        return new Capabilities(versions);
    }

    /** The optional parts of an action that we can do. */
    private static List<String> supports(Action action) {
        return switch (action) {
            case FREE_ROOMS ->
                List.of(
                        "OTA_HotelInvCountNotif_accept_rooms",
                        "OTA_HotelInvCountNotif_accept_categories",
                        "OTA_HotelInvCountNotif_accept_deltas",
                        "OTA_HotelInvCountNotif_accept_out_of_order",
                        "OTA_HotelInvCountNotif_accept_out_of_market",
                        "OTA_HotelInvCountNotif_accept_closing_seasons");
            case PUSH_INVENTORY ->
                List.of(
                        "OTA_HotelDescriptiveContentNotif_Inventory_use_rooms",
                        "OTA_HotelDescriptiveContentNotif_Inventory_occupancy_children");
            case PUSH_RATE_PLANS ->
                List.of(
                        "OTA_HotelRatePlanNotif_accept_ArrivalDOW",
                        "OTA_HotelRatePlanNotif_accept_DepartureDOW",
                        "OTA_HotelRatePlanNotif_accept_RatePlan_BookingRule",
                        "OTA_HotelRatePlanNotif_accept_RatePlan_RoomType_BookingRule",
                        "OTA_HotelRatePlanNotif_accept_RatePlan_mixed_BookingRule",
                        "OTA_HotelRatePlanNotif_accept_Supplements",
                        "OTA_HotelRatePlanNotif_accept_FreeNightsOffers",
                        "OTA_HotelRatePlanNotif_accept_FamilyOffers",
                        "OTA_HotelRatePlanNotif_accept_overlay",
                        "OTA_HotelRatePlanNotif_accept_RatePlanJoin",
                        "OTA_HotelRatePlanNotif_accept_OfferRule_BookingOffset",
                        "OTA_HotelRatePlanNotif_accept_OfferRule_DOWLOS");
            case PULL_BASE_RATES -> List.of("OTA_HotelRatePlan_BaseRates_deltas");
            case PING,
                    READ_RESERVATIONS,
                    ACKNOWLEDGE_RESERVATIONS,
                    PUSH_RESERVATIONS,
                    PUSH_HOTEL_INFO,
                    PULL_INVENTORY,
                    PULL_HOTEL_INFO -> List.of();
        };
    }

    /** What both sides can do: the versions, actions and parts that stand in both. */
    public Capabilities intersection(Capabilities other) {
        SequencedMap<String, SequencedMap<String, SequencedSet<String>>> common = new LinkedHashMap<>();
        versions.forEach((version, actions) -> {
            @Nullable Map<String, SequencedSet<String>> others = other.versions.get(version);
            if (others != null) {
                common.put(version, commonActions(actions, others));
            }
        });
        return new Capabilities(common);
    }

    /** The versions, for a message to the reader. */
    public List<String> versionNames() {
        return new ArrayList<>(versions.keySet());
    }

    private static SequencedMap<String, SequencedSet<String>> commonActions(
            Map<String, SequencedSet<String>> ours, Map<String, SequencedSet<String>> theirs) {
        SequencedMap<String, SequencedSet<String>> common = new LinkedHashMap<>();
        ours.forEach((action, supports) -> {
            @Nullable Set<String> others = theirs.get(action);
            if (others != null) {
                SequencedSet<String> both = new LinkedHashSet<>(supports);
                both.retainAll(others);
                common.put(action, both);
            }
        });
        return common;
    }
}

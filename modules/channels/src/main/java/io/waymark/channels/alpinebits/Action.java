package io.waymark.channels.alpinebits;

import java.util.Arrays;
import java.util.Optional;

/** What a client can ask for: the parameter {@code action} and the documents that belong to it. */
public enum Action {
    PING("OTA_Ping:Handshaking", "action_OTA_Ping", "OTA_PingRQ", "OTA_PingRS", "8.000"),
    FREE_ROOMS(
            "OTA_HotelInvCountNotif:FreeRooms",
            "action_OTA_HotelInvCountNotif",
            "OTA_HotelInvCountNotifRQ",
            "OTA_HotelInvCountNotifRS",
            "1.001"),
    READ_RESERVATIONS("OTA_Read:GuestRequests", "", "OTA_ReadRQ", "OTA_ResRetrieveRS", "7.000"),
    ACKNOWLEDGE_RESERVATIONS("OTA_NotifReport:GuestRequests", "", "OTA_NotifReportRQ", "OTA_NotifReportRS", "1.000"),
    PUSH_RESERVATIONS(
            "OTA_HotelResNotif:GuestRequests",
            "action_OTA_HotelResNotif_GuestRequests",
            "OTA_HotelResNotifRQ",
            "OTA_HotelResNotifRS",
            "1.000"),
    PUSH_INVENTORY(
            "OTA_HotelDescriptiveContentNotif:Inventory",
            "action_OTA_HotelDescriptiveContentNotif_Inventory",
            "OTA_HotelDescriptiveContentNotifRQ",
            "OTA_HotelDescriptiveContentNotifRS",
            "8.000"),
    PUSH_HOTEL_INFO(
            "OTA_HotelDescriptiveContentNotif:Info",
            "action_OTA_HotelDescriptiveContentNotif_Info",
            "OTA_HotelDescriptiveContentNotifRQ",
            "OTA_HotelDescriptiveContentNotifRS",
            "8.000"),
    PULL_INVENTORY(
            "OTA_HotelDescriptiveInfo:Inventory",
            "action_OTA_HotelDescriptiveInfo_Inventory",
            "OTA_HotelDescriptiveInfoRQ",
            "OTA_HotelDescriptiveInfoRS",
            "3.000"),
    PULL_HOTEL_INFO(
            "OTA_HotelDescriptiveInfo:Info",
            "action_OTA_HotelDescriptiveInfo_Info",
            "OTA_HotelDescriptiveInfoRQ",
            "OTA_HotelDescriptiveInfoRS",
            "3.000"),
    PUSH_RATE_PLANS(
            "OTA_HotelRatePlanNotif:RatePlans",
            "action_OTA_HotelRatePlanNotif_RatePlans",
            "OTA_HotelRatePlanNotifRQ",
            "OTA_HotelRatePlanNotifRS",
            "3.000"),
    PULL_BASE_RATES(
            "OTA_HotelRatePlan:BaseRates",
            "action_OTA_HotelRatePlan_BaseRates",
            "OTA_HotelRatePlanRQ",
            "OTA_HotelRatePlanRS",
            "3.000");

    private final String parameter;
    private final String capability;
    private final String requestRoot;
    private final String responseRoot;
    private final String documentVersion;

    Action(String parameter, String capability, String requestRoot, String responseRoot, String documentVersion) {
        this.parameter = parameter;
        this.capability = capability;
        this.requestRoot = requestRoot;
        this.responseRoot = responseRoot;
        this.documentVersion = documentVersion;
    }

    /** The action that a request's parameter names; empty for one that we do not know. */
    public static Optional<Action> of(String parameter) {
        return Arrays.stream(values())
                .filter(action -> action.parameter.equals(parameter))
                .findFirst();
    }

    /** The value of the parameter {@code action}. */
    public String parameter() {
        return parameter;
    }

    /** The name in the handshake; empty for an action that is not announced: we answer it, and have nothing to tell. */
    public String capability() {
        return capability;
    }

    public String requestRoot() {
        return requestRoot;
    }

    public String responseRoot() {
        return responseRoot;
    }

    /** The version attribute that OpenTravel gives the documents. */
    public String documentVersion() {
        return documentVersion;
    }
}

package io.waymark.channels.alpinebits;

/** The error codes of OpenTravel's list ERR that we answer with. */
public enum OtaError {
    INVALID_DATE(15),
    INVALID_CURRENCY(61),
    BOOKING_NOT_FOUND(97),
    INVALID_RATE_PLAN(249),
    INVALID_VALUE(320),
    REQUIRED_FIELD_MISSING(321),
    NO_AVAILABILITY(322),
    INVALID_STATUS(356),
    INVALID_HOTEL_CODE(392),
    INVALID_ROOM_TYPE(402),
    INVALID_DATES(404),
    SYSTEM_ERROR(448),
    UNABLE_TO_PROCESS(450),
    NOT_AUTHORIZED(497);

    private final int code;

    OtaError(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

package io.waymark.launcher.replay.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The 32 columns, in the order of the file. */
enum Column {
    HOTEL,
    IS_CANCELED,
    LEAD_TIME,
    ARRIVAL_DATE_YEAR,
    ARRIVAL_DATE_MONTH,
    ARRIVAL_DATE_WEEK_NUMBER,
    ARRIVAL_DATE_DAY_OF_MONTH,
    STAYS_IN_WEEKEND_NIGHTS,
    STAYS_IN_WEEK_NIGHTS,
    ADULTS,
    CHILDREN,
    BABIES,
    MEAL,
    COUNTRY,
    MARKET_SEGMENT,
    DISTRIBUTION_CHANNEL,
    IS_REPEATED_GUEST,
    PREVIOUS_CANCELLATIONS,
    PREVIOUS_BOOKINGS_NOT_CANCELED,
    RESERVED_ROOM_TYPE,
    ASSIGNED_ROOM_TYPE,
    BOOKING_CHANGES,
    DEPOSIT_TYPE,
    AGENT,
    COMPANY,
    DAYS_IN_WAITING_LIST,
    CUSTOMER_TYPE,
    ADR,
    REQUIRED_CAR_PARKING_SPACES,
    TOTAL_OF_SPECIAL_REQUESTS,
    RESERVATION_STATUS,
    RESERVATION_STATUS_DATE;

    /** The name in the header. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> header() {
        return Arrays.stream(values()).map(Column::title).toList();
    }
}

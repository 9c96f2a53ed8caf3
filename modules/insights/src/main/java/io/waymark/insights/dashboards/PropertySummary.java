package io.waymark.insights.dashboards;

/**
 * A property as dashboards name it.
 *
 * @param rooms capacity of all its room types on the day looked from
 */
record PropertySummary(String id, String code, String name, String place, int rooms, String currency, String timeZone) {

    PropertySummary withRooms(int rooms) {
        return new PropertySummary(id, code, name, place, rooms, currency, timeZone);
    }
}

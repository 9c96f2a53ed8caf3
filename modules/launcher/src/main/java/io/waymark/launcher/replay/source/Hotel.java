package io.waymark.launcher.replay.source;

import java.util.Map;

/** The two houses of the data; their owners are anonymous, so the names are those of the data. */
public enum Hotel {
    CITY("City Hotel", "Lisbon"),
    RESORT("Resort Hotel", "Algarve");

    private static final Map<String, Hotel> BY_TITLE = Map.of(CITY.title, CITY, RESORT.title, RESORT);

    private final String title;
    private final String place;

    Hotel(String title, String place) {
        this.title = title;
        this.place = place;
    }

    /** The property's code with us, such as {@code CITY}. */
    public String code() {
        return name();
    }

    public String title() {
        return title;
    }

    public String place() {
        return place;
    }

    static Hotel titled(String title) {
        Hotel hotel = BY_TITLE.get(title);
        if (hotel == null) {
            throw new WrongValue("hotel is \"" + title + "\", not City Hotel or Resort Hotel");
        }
        return hotel;
    }
}

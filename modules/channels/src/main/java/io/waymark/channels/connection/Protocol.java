package io.waymark.channels.connection;

/** The language of a channel. */
public enum Protocol {
    /** AlpineBits HotelData 2020-10. */
    ALPINEBITS("alpinebits", "2020-10"),
    /** JSON in the manner of the large OTAs. */
    OTA("ota", "1");

    private final String text;
    private final String version;

    Protocol(String text, String version) {
        this.text = text;
        this.version = version;
    }

    public String text() {
        return text;
    }

    public String version() {
        return version;
    }

    static Protocol of(String text) {
        return text.equals(OTA.text) ? OTA : ALPINEBITS;
    }
}

package io.waymark.channels.alpinebits;

import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The house that a message is about, by code, by name or by both; one of them has to be there. */
public record HotelReference(
        @Nullable String code, @Nullable String name) {

    /** Reads the attributes HotelCode and HotelName; a missing element names no hotel. */
    public static HotelReference of(@Nullable XmlElement element) {
        return element == null
                ? new HotelReference(null, null)
                : new HotelReference(element.attribute("HotelCode"), element.attribute("HotelName"));
    }

    public XmlElement.Builder on(XmlElement.Builder element) {
        return element.with("HotelCode", code).with("HotelName", name);
    }

    /** The rule that code and name must not both be missing. */
    public List<Violation> violations() {
        return isBlank(code) && isBlank(name)
                ? List.of(new Violation(OtaError.INVALID_HOTEL_CODE, "HotelCode or HotelName must be given"))
                : List.of();
    }

    @Override
    public String toString() {
        return code != null ? code : String.valueOf(name);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

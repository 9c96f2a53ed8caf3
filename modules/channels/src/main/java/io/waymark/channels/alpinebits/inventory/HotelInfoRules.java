package io.waymark.channels.alpinebits.inventory;

import io.waymark.channels.alpinebits.LanguageText;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The standard's rules for Inventory/HotelInfo: the house, without its categories. Pure. */
public final class HotelInfoRules {

    private static final Pattern CODE_DETAIL = Pattern.compile("[^_:]+_[^:]+:[^:]+");
    private static final int TEXT = 1;
    private static final int SHORT_TEXT = 17;
    private static final int PICTURES = 23;
    private static final int VIDEOS = 24;

    private HotelInfoRules() {}

    /** Everything that is wrong with the message; empty where it can be carried out. */
    public static List<Violation> violations(HotelContent content) {
        List<Violation> found = new ArrayList<>(content.hotel().violations());
        if (content.guestRooms() != null) {
            found.add(
                    Violation.value(
                            "FacilityInfo with GuestRooms belongs to Inventory/Basic and is not allowed in Inventory/HotelInfo"));
        }
        for (XmlElement part : content.description()) {
            switch (part.name()) {
                case "HotelInfo" -> hotelInfo(part, found);
                case "Policies" -> PolicyRules.check(part, found);
                case "AffiliationInfo" -> awards(part, found);
                case "ContactInfos" -> contacts(part, found);
                default -> found.add(Violation.value(part.name() + " is not allowed in Inventory/HotelInfo"));
            }
        }
        return List.copyOf(found);
    }

    private static void hotelInfo(XmlElement info, List<Violation> found) {
        if (info.children().isEmpty()) {
            found.add(Violation.missing("HotelInfo needs CategoryCodes, Descriptions, Position or Services"));
        }
        @Nullable XmlElement category = info.path("CategoryCodes", "HotelCategory");
        if (category != null
                && !CODE_DETAIL.matcher(category.required("CodeDetail")).matches()) {
            found.add(Violation.value("CodeDetail '" + category.required("CodeDetail")
                    + "' must be a table, an underscore, a value, a colon and a class, such as ASTAT2020_11:4s"));
        }
        descriptions(info.all("Descriptions", "MultimediaDescriptions", "MultimediaDescription"), found);
        @Nullable XmlElement position = info.child("Position");
        if (position != null && !located(position)) {
            found.add(Violation.missing(
                    "Position needs Latitude and Longitude, or Altitude and AltitudeUnitOfMeasureCode"));
        }
        services(info.child("Services"), found);
    }

    private static boolean located(XmlElement position) {
        boolean onMap = position.attribute("Latitude") != null && position.attribute("Longitude") != null;
        boolean altitude =
                position.attribute("Altitude") != null && position.attribute("AltitudeUnitOfMeasureCode") != null;
        return onMap || altitude;
    }

    private static void services(@Nullable XmlElement services, List<Violation> found) {
        if (services == null) {
            return;
        }
        if (services.children("Service").isEmpty()) {
            found.add(Violation.missing("Services needs at least one Service"));
        }
        for (XmlElement service : services.children("Service")) {
            if (service.attribute("ProximityCode") == null) {
                found.add(Violation.missing("the Service with Code " + service.required("Code")
                        + " needs a ProximityCode, line " + service.line()));
            }
        }
    }

    private static void descriptions(List<XmlElement> descriptions, List<Violation> found) {
        Set<Integer> codes = new HashSet<>();
        for (XmlElement description : descriptions) {
            @Nullable Integer code = description.integer("InfoCode");
            if (code == null) {
                found.add(Violation.missing("a MultimediaDescription needs an InfoCode, line " + description.line()));
            } else if (!codes.add(code)) {
                found.add(Violation.value("there is more than one MultimediaDescription with InfoCode " + code));
            } else {
                content(code, description, found);
            }
        }
    }

    private static void content(int code, XmlElement description, List<Violation> found) {
        String what = "the MultimediaDescription with InfoCode " + code;
        switch (code) {
            case TEXT, SHORT_TEXT -> {
                List<XmlElement> texts = description.all("TextItems", "TextItem", "Description");
                if (texts.isEmpty()) {
                    found.add(Violation.missing(what + " needs TextItems with a Description"));
                }
                found.addAll(LanguageText.duplicates(
                        what, texts.stream().map(LanguageText::of).toList()));
            }
            case PICTURES -> items(what, description.all("ImageItems", "ImageItem"), "ImageItems", found);
            case VIDEOS -> items(what, description.all("VideoItems", "VideoItem"), "VideoItems", found);
            default -> found.add(Violation.value(what + " is none of 1, 17, 23 and 24"));
        }
    }

    private static void items(String what, List<XmlElement> items, String name, List<Violation> found) {
        if (items.isEmpty()) {
            found.add(Violation.missing(what + " needs " + name));
        }
        items.forEach(item -> found.addAll(LanguageText.duplicates(
                what + ", line " + item.line(),
                item.children("Description").stream().map(LanguageText::of).toList())));
    }

    private static void awards(XmlElement affiliation, List<Violation> found) {
        for (XmlElement award : affiliation.all("Awards", "Award")) {
            String provider = award.required("Provider");
            if (!provider.equals(provider.toUpperCase(Locale.ROOT))) {
                found.add(Violation.value("the Provider of an Award is in capitals, not '" + provider + "'"));
            }
        }
    }

    private static void contacts(XmlElement contacts, List<Violation> found) {
        XmlElement contact = contacts.only("ContactInfo");
        if (contact.attribute("Location") == null) {
            found.add(Violation.missing("ContactInfo needs Location 6, the direct contact of the hotel"));
        }
        Set<String> languages = new HashSet<>();
        for (XmlElement address : contact.all("Addresses", "Address")) {
            @Nullable String language = address.attribute("Language");
            if (language == null) {
                found.add(Violation.missing("an Address needs a Language, line " + address.line()));
            } else if (!languages.add(language)) {
                found.add(Violation.value("there is more than one Address with Language " + language));
            }
        }
    }
}

package io.waymark.channels.alpinebits.inventory;

import io.waymark.channels.alpinebits.LanguageText;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.inventory.GuestRoom.Amenity;
import io.waymark.channels.alpinebits.inventory.GuestRoom.Media;
import io.waymark.channels.alpinebits.inventory.GuestRoom.Picture;
import io.waymark.channels.alpinebits.inventory.GuestRoom.TypeRoom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for a category: how many guests, which kind of room, and its texts and pictures. */
final class CategoryRules {

    private static final int NAME = 25;
    private static final int DESCRIPTION = 1;
    private static final int PICTURES = 23;
    private static final int MOST_MEDIA = 3;

    /** The highest codes of OpenTravel 2015A's lists GRI, RMA and PIC, which have no gaps. */
    private static final int LAST_CLASSIFICATION = 83;

    private static final int LAST_AMENITY = 293;
    private static final int LAST_PICTURE_CATEGORY = 23;

    /** The classification that goes with each RoomType: 42 room, 13 apartment, 5 camping. */
    private static final Map<Integer, Integer> CLASSIFICATION_OF_KIND =
            Map.of(1, 42, 2, 13, 3, 13, 4, 13, 5, 13, 6, 5, 7, 5, 8, 5, 9, 42);

    private CategoryRules() {}

    static void check(GuestRoom category, List<Violation> found) {
        String what = "category " + category.code();
        @Nullable TypeRoom type = category.type();
        if (type == null) {
            found.add(Violation.missing(what + " needs a TypeRoom"));
        } else {
            type(what, type, found);
        }
        occupancy(what, category, type, found);
        amenities(what, category.amenities(), found);
        media(what, category.media(), found);
    }

    private static void type(String what, TypeRoom type, List<Violation> found) {
        @Nullable Integer classification = type.classification();
        if (type.standardOccupancy() == null) {
            found.add(Violation.missing(what + " needs a StandardOccupancy"));
        }
        if (type.roomId() != null) {
            found.add(Violation.value(what + " has a RoomID, which only the rooms after it have"));
        }
        if (classification == null) {
            found.add(Violation.missing(what + " needs a RoomClassificationCode"));
            return;
        }
        if (classification < 1 || classification > LAST_CLASSIFICATION) {
            found.add(Violation.value(
                    what + ": RoomClassificationCode " + classification + " is not in OpenTravel's list GRI"));
        }
        @Nullable Integer kind = type.kind();
        if (kind != null && !classification.equals(CLASSIFICATION_OF_KIND.get(kind))) {
            found.add(Violation.value(what + ": RoomType " + kind + " needs RoomClassificationCode "
                    + CLASSIFICATION_OF_KIND.get(kind) + ", not " + classification));
        }
    }

    private static void occupancy(String what, GuestRoom category, @Nullable TypeRoom type, List<Violation> found) {
        @Nullable Integer min = category.minOccupancy();
        @Nullable Integer max = category.maxOccupancy();
        if (min == null || max == null) {
            found.add(Violation.missing(what + " needs MinOccupancy and MaxOccupancy"));
            return;
        }
        if (min > max) {
            found.add(Violation.value(what + ": MinOccupancy " + min + " is above MaxOccupancy " + max));
        }
        @Nullable Integer standard = type == null ? null : type.standardOccupancy();
        if (standard != null && (standard < min || standard > max)) {
            found.add(Violation.value(what + ": StandardOccupancy " + standard + " is not between MinOccupancy " + min
                    + " and MaxOccupancy " + max));
        }
        @Nullable Integer children = category.maxChildOccupancy();
        if (children != null && children > max) {
            found.add(Violation.value(what + ": MaxChildOccupancy " + children + " is above MaxOccupancy " + max));
        }
    }

    private static void amenities(String what, @Nullable List<Amenity> amenities, List<Violation> found) {
        if (amenities == null) {
            return;
        }
        for (Amenity amenity : amenities) {
            @Nullable Integer code = amenity.code();
            if (code == null) {
                found.add(Violation.missing(what + ": an Amenity needs a RoomAmenityCode"));
            } else if (code < 1 || code > LAST_AMENITY) {
                found.add(Violation.value(what + ": RoomAmenityCode " + code + " is not in OpenTravel's list RMA"));
            }
        }
    }

    private static void media(String what, @Nullable List<Media> media, List<Violation> found) {
        List<Media> all = media == null ? List.of() : media;
        if (all.size() > MOST_MEDIA) {
            found.add(Violation.value(what + " has more than " + MOST_MEDIA + " MultimediaDescriptions"));
        }
        Set<Integer> codes = new HashSet<>();
        for (Media description : all) {
            @Nullable Integer code = description.infoCode();
            if (code == null) {
                found.add(Violation.missing(what + ": a MultimediaDescription needs an InfoCode"));
            } else if (!codes.add(code)) {
                found.add(Violation.value(what + " has more than one MultimediaDescription with InfoCode " + code));
            } else {
                content(what + ": the MultimediaDescription with InfoCode " + code, code, description, found);
            }
        }
        if (!codes.contains(NAME)) {
            found.add(Violation.missing(what + " needs a name: a MultimediaDescription with InfoCode " + NAME));
        }
    }

    private static void content(String what, int code, Media description, List<Violation> found) {
        boolean wantsTexts = code == NAME || code == DESCRIPTION;
        if (wantsTexts) {
            texts(what, description, found);
        } else if (code == PICTURES) {
            pictures(what, description, found);
        } else {
            found.add(Violation.value(what + " is none of " + DESCRIPTION + ", " + PICTURES + " and " + NAME));
        }
    }

    private static void texts(String what, Media description, List<Violation> found) {
        @Nullable List<LanguageText> texts = description.texts();
        if (texts == null || texts.isEmpty()) {
            found.add(Violation.missing(what + " needs TextItems with a Description"));
        } else {
            found.addAll(LanguageText.duplicates(what, texts));
            found.addAll(LanguageText.withoutPlainText(what, texts));
        }
    }

    private static void pictures(String what, Media description, List<Violation> found) {
        @Nullable List<Picture> pictures = description.pictures();
        if (pictures == null || pictures.isEmpty()) {
            found.add(Violation.missing(what + " needs ImageItems"));
            return;
        }
        for (Picture picture : pictures) {
            if (picture.category() > LAST_PICTURE_CATEGORY) {
                found.add(Violation.value(
                        what + ": Category " + picture.category() + " is not in OpenTravel's list PIC"));
            }
            found.addAll(LanguageText.duplicates(what + ": a picture", picture.captions()));
        }
    }
}

package io.waymark.channels.alpinebits.inventory;

import io.waymark.channels.alpinebits.LanguageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GuestRoom: the category itself where it is the first with its code, and one of its rooms where it follows.
 *
 * @param formerCode the code that the category had before it was renamed
 * @param media null where there are none
 */
public record GuestRoom(
        String code,
        @Nullable Integer minOccupancy,
        @Nullable Integer maxOccupancy,
        @Nullable Integer maxChildOccupancy,
        @Nullable String formerCode,
        @Nullable TypeRoom type,
        @Nullable List<Amenity> amenities,
        @Nullable List<Media> media) {

    public GuestRoom {
        amenities = amenities == null ? null : List.copyOf(amenities);
        media = media == null ? null : List.copyOf(media);
    }

    /**
     * What kind of room it is.
     *
     * @param classification OpenTravel's GRI
     * @param kind AlpineBits' own finer division, 1 to 9
     */
    public record TypeRoom(
            @Nullable Integer standardOccupancy,
            @Nullable Integer classification,
            @Nullable String roomId,
            @Nullable Integer size,
            @Nullable Integer kind) {}

    /**
     * Something the room has.
     *
     * @param code OpenTravel's RMA
     */
    public record Amenity(@Nullable Integer code) {}

    /**
     * MultimediaDescription: a name, a description or pictures.
     *
     * @param infoCode OpenTravel's INF: 25 the name, 1 the description, 23 pictures
     * @param texts null where the element has no TextItems
     * @param pictures null where the element has no ImageItems
     */
    public record Media(
            @Nullable Integer infoCode,
            @Nullable List<LanguageText> texts,
            @Nullable List<Picture> pictures) {

        public Media {
            texts = texts == null ? null : List.copyOf(texts);
            pictures = pictures == null ? null : List.copyOf(pictures);
        }
    }

    /**
     * A picture.
     *
     * @param category OpenTravel's PIC
     */
    public record Picture(
            int category, String url, @Nullable String copyright, List<LanguageText> captions) {

        public Picture {
            captions = List.copyOf(captions);
        }
    }
}

package io.waymark.channels.alpinebits.inventory;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.LanguageText;
import io.waymark.channels.alpinebits.inventory.GuestRoom.Amenity;
import io.waymark.channels.alpinebits.inventory.GuestRoom.Media;
import io.waymark.channels.alpinebits.inventory.GuestRoom.Picture;
import io.waymark.channels.alpinebits.inventory.GuestRoom.TypeRoom;
import io.waymark.channels.alpinebits.xml.Values;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads HotelDescriptiveContents from valid documents. */
public final class HotelContentReader {

    private HotelContentReader() {}

    /** The content of an OTA_HotelDescriptiveContentNotifRQ, or of an answer that reports success. */
    public static HotelContent read(XmlElement document) {
        XmlElement content = document.only("HotelDescriptiveContents").only("HotelDescriptiveContent");
        @Nullable XmlElement facility = content.child("FacilityInfo");
        return new HotelContent(
                HotelReference.of(content),
                facility == null ? null : list(facility.all("GuestRooms", "GuestRoom"), HotelContentReader::room),
                content.children().stream()
                        .filter(child -> !child.name().equals("FacilityInfo"))
                        .toList());
    }

    private static GuestRoom room(XmlElement room) {
        @Nullable XmlElement amenities = room.child("Amenities");
        @Nullable XmlElement media = room.child("MultimediaDescriptions");
        return new GuestRoom(
                room.required("Code"),
                room.integer("MinOccupancy"),
                room.integer("MaxOccupancy"),
                room.integer("MaxChildOccupancy"),
                room.attribute("ID"),
                type(room.child("TypeRoom")),
                amenities == null
                        ? null
                        : list(
                                amenities.children("Amenity"),
                                amenity -> new Amenity(amenity.integer("RoomAmenityCode"))),
                media == null ? null : list(media.children("MultimediaDescription"), HotelContentReader::media));
    }

    private static @Nullable TypeRoom type(@Nullable XmlElement type) {
        return type == null
                ? null
                : new TypeRoom(
                        type.integer("StandardOccupancy"),
                        type.integer("RoomClassificationCode"),
                        type.attribute("RoomID"),
                        type.integer("Size"),
                        type.integer("RoomType"));
    }

    private static Media media(XmlElement media) {
        @Nullable XmlElement texts = media.child("TextItems");
        @Nullable XmlElement pictures = media.child("ImageItems");
        return new Media(
                media.integer("InfoCode"),
                texts == null ? null : list(texts.all("TextItem", "Description"), LanguageText::of),
                pictures == null ? null : list(pictures.children("ImageItem"), HotelContentReader::picture));
    }

    private static Picture picture(XmlElement image) {
        XmlElement format = image.only("ImageFormat");
        return new Picture(
                Values.integer(image.required("Category")),
                format.only("URL").text(),
                format.attribute("CopyrightNotice"),
                list(image.children("Description"), LanguageText::of));
    }

    private static <T> List<T> list(List<XmlElement> elements, Function<XmlElement, T> read) {
        return elements.stream().map(read).toList();
    }
}

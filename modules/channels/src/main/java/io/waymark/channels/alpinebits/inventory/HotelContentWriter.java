package io.waymark.channels.alpinebits.inventory;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.Outcomes;
import io.waymark.channels.alpinebits.inventory.GuestRoom.Amenity;
import io.waymark.channels.alpinebits.inventory.GuestRoom.Media;
import io.waymark.channels.alpinebits.inventory.GuestRoom.Picture;
import io.waymark.channels.alpinebits.inventory.GuestRoom.TypeRoom;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes HotelDescriptiveContents as documents that the schema accepts. */
public final class HotelContentWriter {

    /** The parts of the description that stand before the rooms; the schema is strict about the order. */
    private static final Set<String> BEFORE_ROOMS = Set.of("HotelInfo");

    private HotelContentWriter() {}

    /** An OTA_HotelDescriptiveContentNotifRQ. */
    public static XmlElement push(Action action, HotelContent content) {
        return XmlElement.named(action.requestRoot())
                .with("Version", action.documentVersion())
                .add(XmlElement.named("HotelDescriptiveContents").add(xml(content)))
                .build();
    }

    /** An OTA_HotelDescriptiveInfoRS that answers with the content. */
    public static XmlElement answer(Action action, HotelContent content) {
        return Outcomes.succeeded(action)
                .add(XmlElement.named("HotelDescriptiveContents").add(xml(content)))
                .build();
    }

    private static XmlElement xml(HotelContent content) {
        XmlElement.Builder element = content.hotel().on(XmlElement.named("HotelDescriptiveContent"));
        content.description().stream()
                .filter(part -> BEFORE_ROOMS.contains(part.name()))
                .forEach(element::add);
        @Nullable List<GuestRoom> rooms = content.guestRooms();
        if (rooms != null) {
            element.add(XmlElement.named("FacilityInfo")
                    .add(XmlElement.named("GuestRooms")
                            .addAll(rooms.stream().map(HotelContentWriter::room).toList())));
        }
        content.description().stream()
                .filter(part -> !BEFORE_ROOMS.contains(part.name()))
                .forEach(element::add);
        return element.build();
    }

    private static XmlElement room(GuestRoom room) {
        return XmlElement.named("GuestRoom")
                .with("Code", room.code())
                .with("MinOccupancy", room.minOccupancy())
                .with("MaxOccupancy", room.maxOccupancy())
                .with("MaxChildOccupancy", room.maxChildOccupancy())
                .with("ID", room.formerCode())
                .add(type(room.type()))
                .add(amenities(room.amenities()))
                .add(media(room.media()))
                .build();
    }

    private static @Nullable XmlElement type(@Nullable TypeRoom type) {
        return type == null
                ? null
                : XmlElement.named("TypeRoom")
                        .with("StandardOccupancy", type.standardOccupancy())
                        .with("RoomClassificationCode", type.classification())
                        .with("RoomID", type.roomId())
                        .with("Size", type.size())
                        .with("RoomType", type.kind())
                        .build();
    }

    private static @Nullable XmlElement amenities(@Nullable List<Amenity> amenities) {
        if (amenities == null) {
            return null;
        }
        XmlElement.Builder list = XmlElement.named("Amenities");
        amenities.forEach(amenity -> list.add(XmlElement.named("Amenity").with("RoomAmenityCode", amenity.code())));
        return list.build();
    }

    private static @Nullable XmlElement media(@Nullable List<Media> media) {
        if (media == null) {
            return null;
        }
        return XmlElement.named("MultimediaDescriptions")
                .addAll(media.stream().map(HotelContentWriter::description).toList())
                .build();
    }

    private static XmlElement description(Media media) {
        XmlElement.Builder element = XmlElement.named("MultimediaDescription").with("InfoCode", media.infoCode());
        if (media.texts() != null) {
            XmlElement.Builder item = XmlElement.named("TextItem");
            media.texts().forEach(text -> item.add(text.xml("Description")));
            element.add(XmlElement.named("TextItems").add(item));
        }
        if (media.pictures() != null) {
            XmlElement.Builder items = XmlElement.named("ImageItems");
            media.pictures().forEach(picture -> items.add(picture(picture)));
            element.add(items);
        }
        return element.build();
    }

    private static XmlElement picture(Picture picture) {
        return XmlElement.named("ImageItem")
                .with("Category", picture.category())
                .add(XmlElement.named("ImageFormat")
                        .with("CopyrightNotice", picture.copyright())
                        .add(XmlElement.named("URL").text(picture.url())))
                .addAll(picture.captions().stream()
                        .map(caption -> caption.xml("Description"))
                        .toList())
                .build();
    }
}

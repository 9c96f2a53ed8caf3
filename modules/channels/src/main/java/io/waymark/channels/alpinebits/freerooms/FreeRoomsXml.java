package io.waymark.channels.alpinebits.freerooms;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Count;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.CountType;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Entry;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Scope;
import io.waymark.channels.alpinebits.xml.Values;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes OTA_HotelInvCountNotifRQ. */
public final class FreeRoomsXml {

    private static final int INVENTORY_SET = 16;

    private FreeRoomsXml() {}

    public static FreeRooms read(XmlElement request) {
        XmlElement inventories = request.only("Inventories");
        return new FreeRooms(
                request.child("UniqueID") != null,
                HotelReference.of(inventories),
                inventories.children("Inventory").stream()
                        .map(FreeRoomsXml::entry)
                        .toList());
    }

    public static XmlElement write(FreeRooms message) {
        XmlElement.Builder inventories = message.hotel().on(XmlElement.named("Inventories"));
        message.entries().forEach(entry -> inventories.add(xml(entry)));
        XmlElement.Builder request =
                XmlElement.named(Action.FREE_ROOMS.requestRoot()).with("Version", Action.FREE_ROOMS.documentVersion());
        if (message.completeSet()) {
            request.add(XmlElement.named("UniqueID")
                    .with("Type", INVENTORY_SET)
                    .with("ID", 1)
                    .with("Instance", "CompleteSet"));
        }
        return request.add(inventories).build();
    }

    private static Entry entry(XmlElement inventory) {
        @Nullable XmlElement control = inventory.child("StatusApplicationControl");
        @Nullable XmlElement counts = inventory.child("InvCounts");
        return new Entry(control == null ? null : scope(control), counts == null ? null : counts(counts));
    }

    private static Scope scope(XmlElement control) {
        return new Scope(
                Values.date(control.attribute("Start")),
                Values.date(control.attribute("End")),
                control.attribute("InvTypeCode"),
                control.attribute("InvCode"),
                Boolean.TRUE.equals(control.bool("AllInvCode")));
    }

    private static List<Count> counts(XmlElement counts) {
        return counts.children("InvCount").stream()
                .map(count ->
                        new Count(CountType.of(count.required("CountType")), Values.integer(count.required("Count"))))
                .toList();
    }

    private static XmlElement xml(Entry entry) {
        XmlElement.Builder inventory = XmlElement.named("Inventory");
        @Nullable Scope scope = entry.scope();
        if (scope != null) {
            inventory.add(XmlElement.named("StatusApplicationControl")
                    .with("Start", scope.start())
                    .with("End", scope.end())
                    .with("InvTypeCode", scope.roomTypeCode())
                    .with("InvCode", scope.roomCode())
                    .with("AllInvCode", scope.allRooms() ? true : null));
        }
        @Nullable List<Count> counts = entry.counts();
        if (counts != null) {
            XmlElement.Builder list = XmlElement.named("InvCounts");
            counts.forEach(count -> list.add(XmlElement.named("InvCount")
                    .with("CountType", count.type().code())
                    .with("Count", count.rooms())));
            inventory.add(list);
        }
        return inventory.build();
    }
}

package io.waymark.channels.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.LanguageText;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Outcomes;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.inventory.GuestRoom;
import io.waymark.channels.alpinebits.inventory.HotelContent;
import io.waymark.channels.alpinebits.inventory.HotelContentReader;
import io.waymark.channels.alpinebits.inventory.HotelContentWriter;
import io.waymark.channels.alpinebits.rateplan.BaseRatesRequest;
import io.waymark.channels.alpinebits.rateplan.RatePlan;
import io.waymark.channels.alpinebits.rateplan.RatePlanMapping;
import io.waymark.channels.alpinebits.rateplan.RatePlans;
import io.waymark.channels.alpinebits.rateplan.RatePlansWriter;
import io.waymark.channels.alpinebits.reservation.Acknowledgement;
import io.waymark.channels.alpinebits.reservation.ReadRequest;
import io.waymark.channels.alpinebits.reservation.ReservationWriter;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlReading;
import io.waymark.channels.listing.HotelListing;
import io.waymark.channels.listing.HotelListingCommand;
import io.waymark.channels.port.Hotel;
import io.waymark.channels.rateplan.PricePlan;
import io.waymark.channels.rateplan.RatePlanCommand;
import io.waymark.channels.rateplan.RatePlanList;
import io.waymark.http.Cursor;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what clients ask of us: categories, descriptions, prices. Nothing changes. */
final class Pulls {

    /** OpenTravel's classification of a plain room, for hotels that nobody has described through a channel. */
    private static final int ROOM = 42;

    private static final int NAME = 25;

    private final HotelLookup lookup;
    private final Entities<HotelListing, HotelListingCommand> listings;
    private final RatePlanList list;
    private final Entities<PricePlan, RatePlanCommand> plans;
    private final AlpineBitsXml xml;

    Pulls(
            HotelLookup lookup,
            Entities<HotelListing, HotelListingCommand> listings,
            RatePlanList list,
            Entities<PricePlan, RatePlanCommand> plans,
            AlpineBitsXml xml) {
        this.lookup = lookup;
        this.listings = listings;
        this.list = list;
        this.plans = plans;
        this.xml = xml;
    }

    /** Categories and rooms as a channel described them, or else as the hotel sells them. */
    CompletionStage<Handled> inventory(Delivery delivery, HotelReference reference) {
        return found(
                delivery,
                Action.PULL_INVENTORY,
                reference,
                hotel -> listing(delivery, hotel).thenApply(listing -> {
                    HotelContent content = listing.rooms() == null
                            ? new HotelContent(reference(hotel), sold(hotel), List.of())
                            : content(listing.rooms().document());
                    return answered(Action.PULL_INVENTORY, hotel, content);
                }));
    }

    /** The house as a channel described it; nothing but its name where none has. */
    CompletionStage<Handled> hotelInfo(Delivery delivery, HotelReference reference) {
        return found(
                delivery,
                Action.PULL_HOTEL_INFO,
                reference,
                hotel -> listing(delivery, hotel).thenApply(listing -> {
                    HotelContent content = listing.hotel() == null
                            ? new HotelContent(reference(hotel), null, List.of())
                            : content(listing.hotel().document());
                    return answered(Action.PULL_HOTEL_INFO, hotel, content);
                }));
    }

    /** The prices of the rate plans that are sold. */
    CompletionStage<Handled> baseRates(Delivery delivery, BaseRatesRequest request) {
        return found(
                delivery,
                Action.PULL_BASE_RATES,
                request.hotel(),
                hotel -> list.page(delivery.tenant(), hotel.propertyId(), null, Cursor.LARGEST_LIMIT)
                        .thenCompose(entries -> {
                            CompletionStage<List<RatePlan>> all = CompletableFuture.completedFuture(List.of());
                            for (RatePlanList.Entry entry : entries) {
                                if (wanted(request, entry)) {
                                    all = all.thenCompose(before -> plans.read(delivery.tenant(), entry.id())
                                            .thenApply(reply -> with(before, request, reply)));
                                }
                            }
                            return all.thenApply(found -> rates(hotel, found));
                        }));
    }

    /** We keep no reservations for others to fetch: channels push theirs, and houses work here. */
    CompletionStage<Handled> reservations(Delivery delivery, ReadRequest request) {
        return found(
                delivery,
                Action.READ_RESERVATIONS,
                request.hotel(),
                hotel -> CompletableFuture.completedFuture(
                        Handled.success(ReservationWriter.retrieved(List.of()), hotel.code())));
    }

    /** Nothing was handed out, so there is nothing to take note of. */
    CompletionStage<Handled> acknowledged(Delivery delivery, Acknowledgement acknowledgement) {
        return CompletableFuture.completedFuture(Handled.success(
                Outcomes.succeeded(Action.ACKNOWLEDGE_RESERVATIONS).build(), null));
    }

    private CompletionStage<Handled> found(
            Delivery delivery,
            Action action,
            HotelReference reference,
            Function<Hotel, CompletionStage<Handled>> answer) {
        return lookup.find(delivery.connection(), reference).thenCompose(found -> switch (found) {
            case HotelLookup.Found.Nowhere nowhere ->
                CompletableFuture.completedFuture(
                        Handled.errors(action, reference.code(), List.of(nowhere.violation())));
            case HotelLookup.Found.Here here -> answer.apply(here.hotel());
        });
    }

    private CompletionStage<HotelListing> listing(Delivery delivery, Hotel hotel) {
        return listings.read(delivery.tenant(), hotel.propertyId()).thenApply(reply -> switch (reply) {
            case Reply.Done<HotelListing> done -> done.state();
            case Reply.Refused<HotelListing> refused -> new HotelListing(null, null);
        });
    }

    private HotelContent content(String document) {
        return switch (xml.read(document.getBytes(UTF_8))) {
            case XmlReading.Valid(XmlElement root) -> HotelContentReader.read(root);
            case XmlReading.Refused(XmlReading.Fault fault, String reason) ->
                throw new IllegalStateException("a description that was valid is not: " + reason);
        };
    }

    private static Handled answered(Action action, Hotel hotel, HotelContent content) {
        return Handled.success(HotelContentWriter.answer(action, content), hotel.code());
    }

    private static HotelReference reference(Hotel hotel) {
        return new HotelReference(hotel.code(), hotel.name());
    }

    private static List<GuestRoom> sold(Hotel hotel) {
        return hotel.rooms().stream()
                .map(room -> new GuestRoom(
                        room.code(),
                        1,
                        room.maxGuests(),
                        null,
                        null,
                        new GuestRoom.TypeRoom(room.maxGuests(), ROOM, null, null, null),
                        null,
                        List.of(new GuestRoom.Media(
                                NAME, List.of(new LanguageText("en", "PlainText", room.name())), null))))
                .toList();
    }

    private static boolean wanted(BaseRatesRequest request, RatePlanList.Entry entry) {
        return !entry.withdrawn()
                && (request.codes().isEmpty() || request.codes().contains(entry.code()));
    }

    private static List<RatePlan> with(List<RatePlan> before, BaseRatesRequest request, Reply<PricePlan> reply) {
        if (reply instanceof Reply.Done<PricePlan> done && done.state() instanceof PricePlan.Sent sent) {
            List<RatePlan> all = new ArrayList<>(before);
            all.add(RatePlanMapping.rates(
                    sent.terms(),
                    sent.prices().stream()
                            .filter(price -> request.asksFor(price.nights()))
                            .toList()));
            return all;
        }
        return before;
    }

    private static Handled rates(Hotel hotel, List<RatePlan> plans) {
        @Nullable
        Violation nothing = plans.isEmpty()
                ? new Violation(OtaError.INVALID_RATE_PLAN, "hotel " + hotel.code() + " has no such rate plan")
                : null;
        return nothing == null
                ? Handled.success(RatePlansWriter.answer(new RatePlans(false, reference(hotel), plans)), hotel.code())
                : Handled.errors(Action.PULL_BASE_RATES, hotel.code(), List.of(nothing));
    }
}

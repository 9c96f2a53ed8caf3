package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.reservation.Reservation.Agency;
import io.waymark.channels.alpinebits.reservation.Reservation.Comments;
import io.waymark.channels.alpinebits.reservation.Reservation.ListItem;
import io.waymark.channels.alpinebits.reservation.Reservation.SourceId;
import io.waymark.channels.alpinebits.reservation.Reservation.Status;
import io.waymark.channels.alpinebits.reservation.RoomStay.Commission;
import io.waymark.channels.alpinebits.reservation.RoomStay.GuestCount;
import io.waymark.channels.alpinebits.reservation.RoomStay.RoomType;
import io.waymark.channels.alpinebits.reservation.RoomStay.Total;
import io.waymark.channels.alpinebits.reservation.TimeSpan.StartWindow;
import io.waymark.channels.alpinebits.xml.Values;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads reservations from valid documents: what a channel pushes, and what a client of ours retrieves. */
public final class ReservationReader {

    private ReservationReader() {}

    /** The reservations of an OTA_HotelResNotifRQ, in order. */
    public static List<Reservation> pushed(XmlElement request) {
        return request.all("HotelReservations", "HotelReservation").stream()
                .map(ReservationReader::reservation)
                .toList();
    }

    /** The reservations of an OTA_ResRetrieveRS, in order; none where it reports errors. */
    public static List<Reservation> retrieved(XmlElement response) {
        return response.all("ReservationsList", "HotelReservation").stream()
                .map(ReservationReader::reservation)
                .toList();
    }

    static Reservation reservation(XmlElement element) {
        @Nullable XmlElement info = element.child("ResGlobalInfo");
        return new Reservation(
                ReservationId.of(element.only("UniqueID")),
                status(element.required("ResStatus")),
                Values.instant(element.required("CreateDateTime")),
                element.all("RoomStays", "RoomStay").stream()
                        .map(ReservationReader::roomStay)
                        .toList(),
                customer(element.path("ResGuests", "ResGuest", "Profiles", "ProfileInfo", "Profile", "Customer")),
                info == null ? Comments.NONE : comments(info),
                info != null && info.path("SpecialRequests", "SpecialRequest") != null,
                text(path(info, "CancelPenalties", "CancelPenalty", "PenaltyDescription", "Text")),
                info == null ? List.of() : sources(info),
                agency(path(info, "Profiles", "ProfileInfo", "Profile", "CompanyInfo", "CompanyName")),
                HotelReference.of(path(info, "BasicPropertyInfo")));
    }

    private static RoomStay roomStay(XmlElement stay) {
        @Nullable XmlElement ratePlan = stay.path("RatePlans", "RatePlan");
        return new RoomStay(
                roomType(stay.path("RoomTypes", "RoomType")),
                ratePlan == null ? null : ratePlan.attribute("RatePlanCode"),
                commission(path(ratePlan, "Commission")),
                mealPlan(path(ratePlan, "MealsIncluded")),
                stay.all("GuestCounts", "GuestCount").stream()
                        .map(guests -> new GuestCount(Values.integer(guests.required("Count")), guests.integer("Age")))
                        .toList(),
                timeSpan(stay.only("TimeSpan")),
                total(stay.child("Total")));
    }

    private static @Nullable RoomType roomType(@Nullable XmlElement type) {
        return type == null
                ? null
                : new RoomType(
                        type.attribute("RoomTypeCode"),
                        type.integer("RoomClassificationCode"),
                        type.integer("RoomType"));
    }

    private static @Nullable Commission commission(@Nullable XmlElement commission) {
        if (commission == null) {
            return null;
        }
        @Nullable XmlElement payable = commission.child("CommissionPayableAmount");
        @Nullable String amount = payable == null ? null : payable.attribute("Amount");
        return new Commission(
                commission.integer("Percent"),
                amount == null ? null : new BigDecimal(amount),
                payable == null ? null : payable.attribute("CurrencyCode"));
    }

    private static @Nullable Integer mealPlan(@Nullable XmlElement meals) {
        return meals == null ? null : meals.integer("MealPlanCodes");
    }

    private static TimeSpan timeSpan(XmlElement span) {
        @Nullable XmlElement window = span.child("StartDateWindow");
        @Nullable String duration = span.attribute("Duration");
        return new TimeSpan(
                Values.date(span.attribute("Start")),
                Values.date(span.attribute("End")),
                duration == null ? null : Values.integer(duration.substring(1, duration.length() - 1)),
                window == null
                        ? null
                        : new StartWindow(
                                Values.date(window.attribute("EarliestDate")),
                                Values.date(window.attribute("LatestDate"))));
    }

    private static @Nullable Total total(@Nullable XmlElement total) {
        return total == null
                ? null
                : new Total(new BigDecimal(total.required("AmountAfterTax").strip()), total.required("CurrencyCode"));
    }

    private static @Nullable Customer customer(@Nullable XmlElement customer) {
        if (customer == null) {
            return null;
        }
        XmlElement name = customer.only("PersonName");
        return new Customer(
                text(name.child("NamePrefix")),
                name.only("GivenName").text(),
                name.only("Surname").text(),
                text(name.child("NameTitle")),
                customer.attribute("Gender"),
                Values.date(customer.attribute("BirthDate")),
                customer.attribute("Language"),
                customer.children("Telephone").stream()
                        .map(phone -> new Customer.Telephone(
                                Values.integer(phone.required("PhoneTechType")), phone.required("PhoneNumber")))
                        .toList(),
                text(customer.child("Email")),
                address(customer.child("Address")));
    }

    private static Customer.@Nullable Address address(@Nullable XmlElement address) {
        if (address == null) {
            return null;
        }
        @Nullable XmlElement country = address.child("CountryName");
        return new Customer.Address(
                text(address.child("AddressLine")),
                text(address.child("CityName")),
                text(address.child("PostalCode")),
                country == null ? null : country.attribute("Code"));
    }

    private static Comments comments(XmlElement info) {
        List<XmlElement> comments = info.all("Comments", "Comment");
        List<ListItem> services = comments.stream()
                .flatMap(comment -> comment.children("ListItem").stream())
                .map(item ->
                        new ListItem(Values.integer(item.required("ListItem")), item.required("Language"), item.text()))
                .toList();
        @Nullable
        XmlElement words = comments.stream()
                .flatMap(comment -> comment.children("Text").stream())
                .findFirst()
                .orElse(null);
        return new Comments(services, text(words));
    }

    private static List<SourceId> sources(XmlElement info) {
        return info.all("HotelReservationIDs", "HotelReservationID").stream()
                .map(id -> new SourceId(
                        Values.integer(id.required("ResID_Type")),
                        id.attribute("ResID_Value"),
                        id.attribute("ResID_Source"),
                        id.attribute("ResID_SourceContext")))
                .toList();
    }

    private static @Nullable Agency agency(@Nullable XmlElement company) {
        return company == null
                ? null
                : new Agency(company.text(), company.required("Code"), company.required("CodeContext"));
    }

    private static Status status(String word) {
        for (Status status : Status.values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw new IllegalStateException("the schema knows no status " + word);
    }

    private static @Nullable XmlElement path(@Nullable XmlElement element, String... names) {
        return element == null ? null : element.path(names);
    }

    private static @Nullable String text(@Nullable XmlElement element) {
        return element == null || element.text().isEmpty() ? null : element.text();
    }
}

package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.Outcomes;
import io.waymark.channels.alpinebits.reservation.Reservation.Agency;
import io.waymark.channels.alpinebits.reservation.Reservation.Comments;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes reservations as documents that the schema accepts. */
public final class ReservationWriter {

    private static final int TRAVEL_AGENT = 4;

    private ReservationWriter() {}

    /** An OTA_HotelResNotifRQ that pushes these reservations. */
    public static XmlElement push(List<Reservation> reservations) {
        return XmlElement.named(Action.PUSH_RESERVATIONS.requestRoot())
                .with("Version", Action.PUSH_RESERVATIONS.documentVersion())
                .add(XmlElement.named("HotelReservations").addAll(xml(reservations)))
                .build();
    }

    /** An OTA_ResRetrieveRS that answers with these reservations. */
    public static XmlElement retrieved(List<Reservation> reservations) {
        return Outcomes.succeeded(Action.READ_RESERVATIONS)
                .add(XmlElement.named("ReservationsList").addAll(xml(reservations)))
                .build();
    }

    private static List<XmlElement> xml(List<Reservation> reservations) {
        return reservations.stream().map(ReservationWriter::reservation).toList();
    }

    static XmlElement reservation(Reservation reservation) {
        return XmlElement.named("HotelReservation")
                .with("CreateDateTime", reservation.createdAt())
                .with("ResStatus", reservation.status().word())
                .add(reservation.id().xml())
                .add(XmlElement.named("RoomStays")
                        .addAll(reservation.roomStays().stream()
                                .map(ReservationWriter::roomStay)
                                .toList())
                        .unlessEmpty())
                .add(guest(reservation.customer()))
                .add(globalInfo(reservation))
                .build();
    }

    private static XmlElement roomStay(RoomStay stay) {
        return XmlElement.named("RoomStay")
                .add(roomTypes(stay.roomType()))
                .add(ratePlans(stay))
                .add(XmlElement.named("GuestCounts")
                        .addAll(stay.guests().stream()
                                .map(guests -> XmlElement.named("GuestCount")
                                        .with("Count", guests.count())
                                        .with("Age", guests.age())
                                        .build())
                                .toList())
                        .unlessEmpty())
                .add(timeSpan(stay.timeSpan()))
                .add(total(stay.total()))
                .build();
    }

    private static @Nullable XmlElement roomTypes(RoomStay.@Nullable RoomType type) {
        return type == null
                ? null
                : XmlElement.named("RoomTypes")
                        .add(XmlElement.named("RoomType")
                                .with("RoomTypeCode", type.code())
                                .with("RoomClassificationCode", type.classification())
                                .with("RoomType", type.type()))
                        .build();
    }

    private static @Nullable XmlElement ratePlans(RoomStay stay) {
        @Nullable
        XmlElement ratePlan = XmlElement.named("RatePlan")
                .with("RatePlanCode", stay.ratePlanCode())
                .add(commission(stay.commission()))
                .add(meals(stay.mealPlan()))
                .unlessEmpty();
        return ratePlan == null
                ? null
                : XmlElement.named("RatePlans").add(ratePlan).build();
    }

    private static @Nullable XmlElement commission(RoomStay.@Nullable Commission commission) {
        if (commission == null) {
            return null;
        }
        return XmlElement.named("Commission")
                .with("Percent", commission.percent())
                .add(XmlElement.named("CommissionPayableAmount")
                        .with(
                                "Amount",
                                commission.amount() == null
                                        ? null
                                        : commission.amount().toPlainString())
                        .with("CurrencyCode", commission.currency())
                        .unlessEmpty())
                .build();
    }

    private static @Nullable XmlElement meals(@Nullable Integer mealPlan) {
        return mealPlan == null
                ? null
                : XmlElement.named("MealsIncluded")
                        .with("MealPlanIndicator", true)
                        .with("MealPlanCodes", mealPlan)
                        .build();
    }

    private static XmlElement timeSpan(TimeSpan span) {
        TimeSpan.@Nullable StartWindow window = span.window();
        return XmlElement.named("TimeSpan")
                .with("Start", span.start())
                .with("End", span.end())
                .with("Duration", span.nights() == null ? null : "P" + span.nights() + "N")
                .add(
                        window == null
                                ? null
                                : XmlElement.named("StartDateWindow")
                                        .with("EarliestDate", window.earliest())
                                        .with("LatestDate", window.latest())
                                        .build())
                .build();
    }

    private static @Nullable XmlElement total(RoomStay.@Nullable Total total) {
        return total == null
                ? null
                : XmlElement.named("Total")
                        .with("AmountAfterTax", total.amount().toPlainString())
                        .with("CurrencyCode", total.currency())
                        .build();
    }

    private static @Nullable XmlElement guest(@Nullable Customer customer) {
        if (customer == null) {
            return null;
        }
        return nested(customer(customer), "Profile", "ProfileInfo", "Profiles", "ResGuest", "ResGuests");
    }

    private static XmlElement customer(Customer customer) {
        return XmlElement.named("Customer")
                .with("Gender", customer.gender())
                .with("BirthDate", customer.birthDate())
                .with("Language", customer.language())
                .add(XmlElement.named("PersonName")
                        .add(text("NamePrefix", customer.prefix()))
                        .add(text("GivenName", customer.givenName()))
                        .add(text("Surname", customer.surname()))
                        .add(text("NameTitle", customer.title())))
                .addAll(customer.telephones().stream()
                        .map(phone -> XmlElement.named("Telephone")
                                .with("PhoneTechType", phone.type())
                                .with("PhoneNumber", phone.number())
                                .build())
                        .toList())
                .add(text("Email", customer.email()))
                .add(address(customer.address()))
                .build();
    }

    private static @Nullable XmlElement address(Customer.@Nullable Address address) {
        return address == null
                ? null
                : XmlElement.named("Address")
                        .add(text("AddressLine", address.line()))
                        .add(text("CityName", address.city()))
                        .add(text("PostalCode", address.postalCode()))
                        .add(
                                address.country() == null
                                        ? null
                                        : XmlElement.named("CountryName")
                                                .with("Code", address.country())
                                                .build())
                        .build();
    }

    private static XmlElement globalInfo(Reservation reservation) {
        return XmlElement.named("ResGlobalInfo")
                .add(comments(reservation.comments()))
                .add(reservation.pets() ? pets() : null)
                .add(penalty(reservation.penalty()))
                .add(XmlElement.named("HotelReservationIDs")
                        .addAll(reservation.sources().stream()
                                .map(id -> XmlElement.named("HotelReservationID")
                                        .with("ResID_Type", id.type())
                                        .with("ResID_Value", id.value())
                                        .with("ResID_Source", id.source())
                                        .with("ResID_SourceContext", id.sourceContext())
                                        .build())
                                .toList())
                        .unlessEmpty())
                .add(agency(reservation.agency()))
                .add(reservation.hotel().on(XmlElement.named("BasicPropertyInfo")))
                .build();
    }

    private static @Nullable XmlElement comments(Comments comments) {
        XmlElement.Builder services = XmlElement.named("Comment");
        comments.includedServices()
                .forEach(item -> services.add(XmlElement.named("ListItem")
                        .with("ListItem", item.number())
                        .with("Language", item.language())
                        .text(item.text())));
        XmlElement.Builder list = XmlElement.named("Comments");
        if (!comments.includedServices().isEmpty()) {
            list.add(services.with("Name", "included services"));
        }
        if (comments.customerComment() != null) {
            list.add(XmlElement.named("Comment")
                    .with("Name", "customer comment")
                    .add(text("Text", comments.customerComment())));
        }
        return list.unlessEmpty();
    }

    private static XmlElement pets() {
        return XmlElement.named("SpecialRequests")
                .add(XmlElement.named("SpecialRequest").with("Name", "PETS"))
                .build();
    }

    private static @Nullable XmlElement penalty(@Nullable String penalty) {
        @Nullable XmlElement text = text("Text", penalty);
        return text == null ? null : nested(text, "PenaltyDescription", "CancelPenalty", "CancelPenalties");
    }

    private static @Nullable XmlElement agency(@Nullable Agency agency) {
        if (agency == null) {
            return null;
        }
        XmlElement company = XmlElement.named("CompanyName")
                .with("Code", agency.code())
                .with("CodeContext", agency.codeContext())
                .text(agency.name())
                .build();
        XmlElement profile = XmlElement.named("Profile")
                .with("ProfileType", TRAVEL_AGENT)
                .add(XmlElement.named("CompanyInfo").add(company))
                .build();
        return nested(profile, "ProfileInfo", "Profiles");
    }

    private static @Nullable XmlElement text(String name, @Nullable String text) {
        return XmlElement.named(name).text(text).unlessEmpty();
    }

    private static XmlElement nested(XmlElement inner, String... names) {
        XmlElement element = inner;
        for (String name : names) {
            element = XmlElement.named(name).add(element).build();
        }
        return element;
    }
}

package io.waymark.events;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingDetails.Sale;
import io.waymark.events.booking.BookingDetails.Terms;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.BookingConfirmed;
import io.waymark.events.booking.BookingEvent.BookingExpired;
import io.waymark.events.booking.BookingEvent.BookingHeld;
import io.waymark.events.booking.BookingEvent.BookingRefused;
import io.waymark.events.booking.BookingEvent.BookingRequested;
import io.waymark.events.booking.BookingEvent.ChangeRefused;
import io.waymark.events.booking.BookingEvent.ChangeRequested;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.events.booking.BookingEvent.ConfirmationRequested;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.events.booking.BookingEvent.GuestCheckedOut;
import io.waymark.events.booking.BookingEvent.NoShowRecorded;
import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.events.booking.BookingEvent.RefusalReason;
import io.waymark.events.booking.RoomStay;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.ReservationApplied;
import io.waymark.events.channels.ChannelBookingEvent.ReservationReceived;
import io.waymark.events.channels.ChannelBookingEvent.ReservationRefused;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.events.channels.ChannelSyncEvent;
import io.waymark.events.channels.HotelListingEvent.HotelDescribed;
import io.waymark.events.channels.HotelListingEvent.RoomsDescribed;
import io.waymark.events.channels.RatePlanEvent;
import io.waymark.events.channels.RatePlanEvent.Extra;
import io.waymark.events.channels.RatePlanEvent.Price;
import io.waymark.events.channels.RatePlanEvent.RatePlanDefined;
import io.waymark.events.channels.RatePlanEvent.RatePlanOverlaid;
import io.waymark.events.channels.RatePlanEvent.RatePlanWithdrawn;
import io.waymark.events.channels.RatePlanEvent.StayRule;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.events.inventory.PropertyEvent.RoomTypesOpened;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.ChangeAdopted;
import io.waymark.events.inventory.RoomTypeEvent.ChangeHeld;
import io.waymark.events.inventory.RoomTypeEvent.ChangeWithdrawn;
import io.waymark.events.inventory.RoomTypeEvent.HoldConfirmed;
import io.waymark.events.inventory.RoomTypeEvent.HoldExtended;
import io.waymark.events.inventory.RoomTypeEvent.ReleaseReason;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.events.inventory.RoomTypeEvent.RoomsHeld;
import io.waymark.events.inventory.RoomTypeEvent.RoomsSold;
import io.waymark.events.inventory.RoomTypeEvent.StayShortened;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import io.waymark.kernel.Sealed;
import io.waymark.kernel.Tenant;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One event of every kind, once with all that it can say and once with only what it must say. */
final class Samples {

    private static final String PROPERTY = "prp_6AJY0H5JGVQQ5FNGHHPED27Q2D";
    private static final String ROOM_TYPE = "rmt_2H5JGVQQ5FNGHHPED27Q2D6AJY";
    private static final String BOOKING = "bkg_01JD8W3V9Q6ZP4N2M7K5H1G0FT";
    private static final String HOLD = BOOKING + "/1";
    private static final String CHANGE = "chg_01JD8W3V9Q6ZP4N2M7K5H1G0FV";
    private static final String DIGEST = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final LocalDate ARRIVAL = LocalDate.of(2017, 8, 30);
    private static final LocalDate DEPARTURE = LocalDate.of(2017, 9, 2);
    private static final DateRange NIGHTS = new DateRange(ARRIVAL, DEPARTURE);
    private static final Instant DEADLINE = Instant.parse("2017-03-01T09:45:00Z");
    private static final Revision REVISION = new Revision(Instant.parse("2017-03-01T09:29:58.5Z"), DIGEST);

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Price PRICE = new Price("A", NIGHTS, 2, false, 3, 12, Money.of(9_900, "EUR"));
    private static final StayRule STAY_RULE = new StayRule(
            "A",
            NIGHTS,
            2,
            14,
            3,
            21,
            Set.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
            Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.MONDAY),
            true);
    private static final Sealed<String> INQUIRY =
            new Sealed<>("sub_01JD8W3V9Q6ZP4N2M7K5H1G0FW", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyI");

    private static final BookingDetails FULL_DETAILS = new BookingDetails(
            PROPERTY,
            "resort",
            new Sale("TA/TO", "agent-9", "R-2017/4711", "Online TA", "Transient", "9", "110"),
            List.of(
                    new RoomStay(1, ROOM_TYPE, "A", ARRIVAL, DEPARTURE, 2, 1, 1, "FLEX", "HB"),
                    new RoomStay(2, ROOM_TYPE, "A", ARRIVAL, ARRIVAL, 1, 0, 0, "DAY", "BB")),
            Money.of(42_050, "EUR"),
            new Sealed<>("sub_01JD8W3V9Q6ZP4N2M7K5H1G0FW", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA"),
            new Sealed<>("sub_01JD8W3V9Q6ZP4N2M7K5H1G0FW", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyE"),
            "PT",
            new Terms("NR", "Not refundable – \"Sonderpreis\" für Frühbucher", "Non Refund"),
            2,
            1);

    private static final BookingDetails MINIMAL_DETAILS = new BookingDetails(
            PROPERTY,
            "resort",
            new Sale("Direct", null, null, null, null, null, null),
            List.of(new RoomStay(1, ROOM_TYPE, "A", ARRIVAL, DEPARTURE, 1, 0, 0, null, null)),
            Money.of(-6_38, "EUR"),
            new Sealed<>("sub_01JD8W3V9Q6ZP4N2M7K5H1G0FW", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA"),
            null,
            null,
            new Terms(null, null, null),
            0,
            0);

    private Samples() {}

    /** Circumstances that say all they can. */
    static Meta fullMeta() {
        return new Meta(
                new Tenant("ten_01J00000000000000000000000"),
                "Guiding Ltd",
                "key:key_01JD8W3V9Q6ZP4N2M7K5H1G0FX",
                "user:usr_01JD8W3V9Q6ZP4N2M7K5H1G0FY",
                "asked for by telephone",
                "cmd_01JD8W3V9Q6ZP4N2M7K5H1G0FZ",
                DIGEST,
                "chm_01JD8W3V9Q6ZP4N2M7K5H1G0G0",
                "http",
                "2001:db8::7",
                "Waymark test/1.0 (été)",
                Instant.parse("2017-03-01T09:30:00Z"),
                Instant.parse("2026-11-21T10:15:30.123456Z"),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                Map.of("hold-time", "2", "cancellation", "1"),
                true,
                DIGEST,
                "");
    }

    /** Circumstances of an entity's first event that say only what they must. */
    static Meta minimalMeta() {
        return new Meta(
                new Tenant("ten_01J00000000000000000000000"),
                null,
                "process:booking",
                null,
                null,
                "cmd_01JD8W3V9Q6ZP4N2M7K5H1G0FZ",
                DIGEST,
                null,
                "process",
                null,
                null,
                Instant.parse("2017-03-01T09:30:00Z"),
                Instant.parse("2026-11-21T10:15:30Z"),
                null,
                Map.of(),
                false,
                "",
                "");
    }

    /** One event of each kind, every optional field filled. */
    static List<Event> full() {
        return List.of(
                new PropertyDefined(
                        PROPERTY,
                        "resort",
                        "Hotel Lago",
                        "Algarve",
                        EUR,
                        ZoneId.of("Europe/Lisbon"),
                        List.of(new RoomTypeOffer(ROOM_TYPE, "A", "Double room", 4))),
                new RoomTypesOpened(),
                new RoomTypeOpened(PROPERTY, "resort", "A", "Double room", 4),
                new CalendarChanged(List.of(new CalendarChange(NIGHTS, 40, 2, false, 3, true, false))),
                new RoomsHeld(HOLD, NIGHTS, 1, DEADLINE),
                new RoomsSold(HOLD, NIGHTS, 1),
                new HoldConfirmed(HOLD),
                new HoldExtended(HOLD, DEADLINE),
                new io.waymark.events.inventory.RoomTypeEvent.RoomsReleased(HOLD, ReleaseReason.CANCELLED),
                new ChangeHeld(HOLD, NIGHTS, 1),
                new ChangeAdopted(HOLD),
                new ChangeWithdrawn(HOLD),
                new StayShortened(HOLD, DEPARTURE.minusDays(1)),
                new BookingRequested(FULL_DETAILS, Confirmation.LATER),
                new BookingHeld(DEADLINE),
                new ConfirmationRequested(),
                new BookingConfirmed(),
                new BookingRefused(new Refusal(RefusalReason.SOLD_OUT, "A", ARRIVAL)),
                new BookingExpired(),
                new ChangeRequested(CHANGE, FULL_DETAILS),
                new BookingChanged(CHANGE, FULL_DETAILS),
                new ChangeRefused(CHANGE, new Refusal(RefusalReason.MIN_STAY, "A", ARRIVAL)),
                new BookingCancelled("the flight was called off"),
                new GuestCheckedIn("D", "PT"),
                new GuestCheckedOut(DEPARTURE),
                new NoShowRecorded(),
                new io.waymark.events.booking.BookingEvent.RoomsReleased(),
                new ReservationReceived("agent-9", "R-2017/4711", REVISION, Kind.NEW, BOOKING, FULL_DETAILS, INQUIRY),
                new ChannelSyncEvent.SyncOpened("agent-9", PROPERTY, "resort", ROOM_TYPE, "A"),
                new ChannelSyncEvent.RoomsOffered(7, DEADLINE, List.of(new ChannelSyncEvent.OfferedRooms(NIGHTS, 3))),
                new ChannelSyncEvent.TermsOffered(
                        8,
                        DEADLINE,
                        List.of(new ChannelSyncEvent.OfferedTerms(NIGHTS, Money.of(9_900, "EUR"), 2, true, false))),
                new ChannelSyncEvent.MessageAcknowledged(7, List.of(NIGHTS), "more than 500 days ahead"),
                new ChannelSyncEvent.MessageFailed(
                        8, ChannelSyncEvent.Failure.UNKNOWN, "no answer within 10 s", DEADLINE, DEADLINE),
                new ChannelSyncEvent.DivergenceFound(List.of(new ChannelSyncEvent.DivergedDate(ARRIVAL, 3, 4))),
                new ReservationApplied(REVISION, 3),
                new ReservationRefused(REVISION, "sold-out", "No room of type A is left on 2017-08-30."),
                new RatePlanDefined(
                        "agent-9",
                        PROPERTY,
                        "resort",
                        new RatePlanEvent.Terms("FLEX", EUR, "Flexibel", "HB", true, "summer"),
                        List.of(PRICE),
                        List.of(STAY_RULE),
                        List.of(new Extra("offer", "<Offer/>"))),
                new RatePlanOverlaid("agent-9", List.of(PRICE), List.of(STAY_RULE)),
                new RatePlanWithdrawn("agent-9"),
                new RoomsDescribed("agent-9", PROPERTY, "resort", "<FacilityInfo/>"),
                new HotelDescribed("agent-9", PROPERTY, "resort", "Hotel Lago", "<HotelInfo/>"));
    }

    /** The kinds of event that have optional fields, with none of them. */
    static List<Event> minimal() {
        return List.of(
                new PropertyDefined(
                        PROPERTY,
                        "resort",
                        "Hotel Lago",
                        null,
                        EUR,
                        ZoneId.of("Europe/Lisbon"),
                        List.of(new RoomTypeOffer(ROOM_TYPE, "A", "Double room", 4))),
                new CalendarChanged(List.of(new CalendarChange(NIGHTS, null, null, null, null, null, null))),
                new BookingRequested(MINIMAL_DETAILS, Confirmation.NOW),
                new BookingRefused(new Refusal(RefusalReason.UNKNOWN_ROOM_TYPE, "Z", null)),
                new ChangeRequested(CHANGE, MINIMAL_DETAILS),
                new BookingChanged(CHANGE, MINIMAL_DETAILS),
                new ChangeRefused(CHANGE, new Refusal(RefusalReason.HOLD_EXPIRED, "A", null)),
                new BookingCancelled(null),
                new GuestCheckedIn(null, null),
                new ReservationReceived("agent-9", "R-2017/4711", REVISION, Kind.CANCELLED, BOOKING, null, null),
                new RatePlanDefined(
                        "agent-9",
                        PROPERTY,
                        "resort",
                        new RatePlanEvent.Terms("FLEX", EUR, null, null, false, null),
                        List.of(new Price("A", NIGHTS, null, true, null, null, Money.of(1_500, "EUR"))),
                        List.of(new StayRule(null, NIGHTS, null, null, null, null, null, null, null)),
                        List.of()),
                new RatePlanOverlaid(
                        "agent-9",
                        List.of(new Price("A", NIGHTS, null, false, null, null, Money.of(1_500, "EUR"))),
                        List.of(new StayRule(null, NIGHTS, null, null, null, null, null, null, null))),
                new ChannelSyncEvent.TermsOffered(
                        8, DEADLINE, List.of(new ChannelSyncEvent.OfferedTerms(NIGHTS, null, 0, false, false))),
                new ChannelSyncEvent.MessageAcknowledged(7, List.of(), null),
                new ChannelSyncEvent.MessageFailed(
                        8, ChannelSyncEvent.Failure.UNREACHABLE, "connection refused", DEADLINE, null),
                new HotelDescribed("agent-9", PROPERTY, "resort", null, "<HotelInfo/>"));
    }
}

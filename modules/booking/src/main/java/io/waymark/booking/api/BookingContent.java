package io.waymark.booking.api;

import io.waymark.booking.PropertyDirectory;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingDetails.Sale;
import io.waymark.events.booking.BookingDetails.Terms;
import io.waymark.events.booking.Guest;
import io.waymark.events.booking.RoomStay;
import io.waymark.http.ProblemException;
import io.waymark.kernel.Money;
import io.waymark.kernel.Sealed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The content of a booking as the API takes it. */
record BookingContent(
        String propertyId,
        String channel,
        @Nullable String reference,
        @Nullable String market,
        List<Room> rooms,
        Money total,
        Guest guest,
        @Nullable String country,
        @Nullable String remarks,
        @Nullable Policy policy,
        @Nullable String depositType,
        @Nullable String customerType,
        @Nullable String agent,
        @Nullable String company,
        @Nullable Integer specialRequests,
        @Nullable Integer parkingSpaces,
        @Nullable Confirm confirm) {

    private static final int MOST_ROOMS = 100;
    private static final int MOST_GUESTS = 1_000;
    private static final int LONGEST_WORD = 128;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2,3}");

    /** When the booking is confirmed: with the rooms, or by a further request. */
    enum Confirm {
        now,
        later
    }

    record Policy(String code, @Nullable String text) {}

    record Room(
            int line,
            String roomTypeId,
            LocalDate arrival,
            LocalDate departure,
            int adults,
            @Nullable Integer children,
            @Nullable Integer infants,
            @Nullable String ratePlan,
            @Nullable String meal) {}

    /**
     * Refuses content that no booking can have.
     *
     * @throws ProblemException naming the first field that is wrong
     */
    BookingContent checked() {
        present("/propertyId", propertyId);
        word("/channel", present("/channel", channel));
        present("/rooms", rooms);
        present("/total", total);
        present("/total/currency", total.currency());
        word(
                "/guest/surname",
                present("/guest/surname", present("/guest", guest).surname()));
        if (rooms.isEmpty() || rooms.size() > MOST_ROOMS) {
            throw ProblemException.invalid("/rooms", "takes 1 to " + MOST_ROOMS + " rooms");
        }
        Set<Integer> lines = new HashSet<>();
        for (int i = 0; i < rooms.size(); i++) {
            check("/rooms/" + i, present("/rooms/" + i, rooms.get(i)), lines);
        }
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw ProblemException.invalid("/country", "takes two or three capital letters (ISO 3166-1)");
        }
        if (remarks != null && remarks.length() > LONGEST_TEXT) {
            throw ProblemException.invalid("/remarks", "takes at most " + LONGEST_TEXT + " characters");
        }
        count("/specialRequests", specialRequests);
        count("/parkingSpaces", parkingSpaces);
        words();
        return this;
    }

    /** The details of the booking, with the codes that the property has for its room types. */
    BookingDetails details(
            PropertyDirectory.Entry property, Sealed<Guest> sealedGuest, @Nullable Sealed<String> sealedRemarks) {
        List<RoomStay> stays = new ArrayList<>(rooms.size());
        for (int i = 0; i < rooms.size(); i++) {
            stays.add(stay("/rooms/" + i, rooms.get(i), property));
        }
        return new BookingDetails(
                property.propertyId(),
                property.code(),
                new Sale(channel, null, reference, market, customerType, agent, company),
                stays,
                total,
                sealedGuest,
                sealedRemarks,
                country,
                new Terms(policy == null ? null : policy.code(), policy == null ? null : policy.text(), depositType),
                orZero(specialRequests),
                orZero(parkingSpaces));
    }

    private static RoomStay stay(String pointer, Room room, PropertyDirectory.Entry property) {
        @Nullable String code = property.roomTypeCodes().get(room.roomTypeId());
        if (code == null) {
            throw ProblemException.invalid(pointer + "/roomTypeId", "is no room type of this property");
        }
        return new RoomStay(
                room.line(),
                room.roomTypeId(),
                code,
                room.arrival(),
                room.departure(),
                room.adults(),
                orZero(room.children()),
                orZero(room.infants()),
                room.ratePlan(),
                room.meal());
    }

    private static void check(String pointer, Room room, Set<Integer> lines) {
        present(pointer + "/roomTypeId", room.roomTypeId());
        LocalDate arrival = present(pointer + "/arrival", room.arrival());
        LocalDate departure = present(pointer + "/departure", room.departure());
        if (departure.isBefore(arrival)) {
            throw ProblemException.invalid(pointer + "/departure", "is before the arrival");
        }
        if (room.line() < 1 || !lines.add(room.line())) {
            throw ProblemException.invalid(pointer + "/line", "numbers the rooms from 1, each once");
        }
        guests(pointer + "/adults", room.adults());
        guests(pointer + "/children", orZero(room.children()));
        guests(pointer + "/infants", orZero(room.infants()));
        word(pointer + "/ratePlan", room.ratePlan());
        word(pointer + "/meal", room.meal());
    }

    private void words() {
        word("/reference", reference);
        word("/market", market);
        word("/depositType", depositType);
        word("/customerType", customerType);
        word("/agent", agent);
        word("/company", company);
        word("/guest/givenName", guest.givenName());
        word("/guest/email", guest.email());
        word("/guest/phone", guest.phone());
        word("/guest/language", guest.language());
        if (policy != null) {
            word("/policy/code", present("/policy/code", policy.code()));
        }
    }

    private static <T> T present(String pointer, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalid(pointer, "is missing");
        }
        return value;
    }

    private static void word(String pointer, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_WORD)) {
            throw ProblemException.invalid(pointer, "takes 1 to " + LONGEST_WORD + " characters, not only blanks");
        }
    }

    private static void guests(String pointer, int number) {
        if (number < 0 || number > MOST_GUESTS) {
            throw ProblemException.invalid(pointer, "takes 0 to " + MOST_GUESTS);
        }
    }

    private static void count(String pointer, @Nullable Integer number) {
        guests(pointer, orZero(number));
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}

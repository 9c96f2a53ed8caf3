package io.waymark.launcher.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.rateplan.RatePlan;
import io.waymark.channels.alpinebits.rateplan.RatePlanMapping;
import io.waymark.channels.alpinebits.rateplan.RatePlans;
import io.waymark.channels.alpinebits.rateplan.RatePlansWriter;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.events.channels.RatePlanEvent.Price;
import io.waymark.events.channels.RatePlanEvent.Terms;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Money;
import io.waymark.servers.Readiness;
import io.waymark.servers.ServerFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A hotel with some room types of few rooms each, so that channels get in each other's way.
 *
 * @param tenant whose it is
 * @param house the API
 * @param dates on which it sells
 */
public record PracticeHotel(String tenant, Web house, DateRange dates) {

    public static final String CODE = "PRACTICE";
    static final int ROOM_TYPES = 8;
    static final int CAPACITY = 6;
    static final int ALLOWANCE = 1;

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PLAN = "STANDARD";
    private static final String CURRENCY = "EUR";
    private static final long PRICE = 9_900;
    private static final String BOUNDARY = "waymark-practice-27d1";

    public static List<String> roomTypes() {
        return IntStream.range(0, ROOM_TYPES).mapToObj(number -> "R" + number).toList();
    }

    String propertyId() {
        return Ids.derived("prp", tenant, CODE);
    }

    String roomTypeId(String code) {
        return Ids.derived("rmt", tenant, CODE, code);
    }

    /** Describes it and opens all of its nights. */
    public void open() {
        must(() -> house.put(
                "/v1/properties/" + propertyId(),
                Map.of(
                        "code",
                        CODE,
                        "name",
                        "Practice House",
                        "place",
                        "Bolzano",
                        "currency",
                        CURRENCY,
                        "timeZone",
                        "Europe/Rome",
                        "roomTypes",
                        roomTypes().stream()
                                .map(code -> Map.of("code", code, "name", "Room " + code, "maxGuests", 4))
                                .toList())));
        for (String code : roomTypes()) {
            boolean opened = Readiness.within(
                    LIMIT,
                    () -> true,
                    () -> change(code, dates, Map.of("capacity", CAPACITY, "allowance", ALLOWANCE, "closed", false)));
            if (!opened) {
                throw new ServerFailure("The room type " + code + " cannot be opened.");
            }
        }
    }

    /** Changes dates of a room type; false where the house did not answer. */
    public boolean change(String code, DateRange when, Map<String, Object> values) {
        Map<String, Object> change = new java.util.TreeMap<>(values);
        change.put("from", when.from().toString());
        change.put("to", when.to().toString());
        return house.put("/v1/room-types/" + roomTypeId(code) + "/calendar", Map.of("changes", List.of(change)))
                .good();
    }

    /** Sends the rate plan with one price for every night, as a channel manager does. */
    public void price(Web channelManager) {
        RatePlan plan = RatePlanMapping.rates(
                new Terms(PLAN, Currency.getInstance(CURRENCY), "Standard", "BB", false, null),
                roomTypes().stream()
                        .map(code -> new Price(code, dates, 2, false, null, null, Money.of(PRICE, CURRENCY)))
                        .toList());
        RatePlan whole = new RatePlan(
                RatePlan.Notification.NEW,
                plan.code(),
                plan.currency(),
                null,
                null,
                null,
                List.of(),
                plan.rates(),
                List.of(),
                List.of(),
                plan.descriptions());
        byte[] document = XmlText.document(
                RatePlansWriter.push(new RatePlans(false, new HotelReference(CODE, null), List.of(whole))));
        String begin = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        String form = begin + "action\"\r\n\r\n" + Action.PUSH_RATE_PLANS.parameter() + "\r\n" + begin
                + "request\"\r\n\r\n" + new String(document, UTF_8) + "\r\n--" + BOUNDARY + "--\r\n";
        must(() -> channelManager.post(
                "/alpinebits", form.getBytes(UTF_8), "multipart/form-data; boundary=" + BOUNDARY, "2020-10"));
    }

    /** A house that has just been opened may not answer everything in time at first. */
    private static void must(Supplier<Web.Answered> request) {
        List<Web.Answered> answers = new ArrayList<>();
        Readiness.within(LIMIT, () -> true, () -> {
            answers.add(request.get());
            return answers.getLast().good() || answers.getLast().status() / 100 == 4;
        });
        Web.Answered last = answers.getLast();
        if (!last.good()) {
            throw new ServerFailure("The hotel cannot be made: %d %s.".formatted(last.status(), last.body()));
        }
    }

    public static DateRange season(LocalDate today) {
        return new DateRange(today.plusDays(1), today.plusDays(61));
    }
}

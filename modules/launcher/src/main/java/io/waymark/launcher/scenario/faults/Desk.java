package io.waymark.launcher.scenario.faults;

import io.waymark.kernel.Ids;
import io.waymark.launcher.scenario.Web;
import io.waymark.launcher.scenario.Web.Answered;
import io.waymark.launcher.verify.Promise;
import io.waymark.servers.ServerFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Guests of a small hotel: they hold rooms, think about it, and confirm or let go. Whoever gets no clear answer asks again
 * until there is one, and writes down what was said.
 */
final class Desk implements AutoCloseable {

    private static final String CODE = "DESK";
    private static final int ROOM_TYPES = 4;
    private static final int ROOMS = 5;
    private static final int NIGHTS = 40;
    private static final int GUESTS = 4;
    private static final int HELD_AT_ONCE = 12;
    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Duration TOLERANCE = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofMinutes(14);
    private static final long PAUSE_MILLIS = 150;

    /**
     * A hold of which the house has said that it stands.
     *
     * @param since when it was asked for
     */
    private record Held(String booking, Instant since) {}

    private final Web house;
    private final String tenant;
    private final InstantSource clock;
    private final long seed;
    private final LocalDate opening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Promise> promises = new ConcurrentHashMap<>();
    private final Queue<String> oddities = new ConcurrentLinkedQueue<>();
    private final Answers answers = new Answers();
    private volatile long lastTold = System.nanoTime();
    private volatile boolean open = true;

    Desk(Web house, String tenant, InstantSource clock, long seed) {
        this.house = house;
        this.tenant = tenant;
        this.clock = clock;
        this.seed = seed;
        this.opening = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30);
    }

    /** Makes the hotel and lets the guests in. */
    void open() {
        must(
                "/v1/properties/" + property(),
                Map.of(
                        "code",
                        CODE,
                        "name",
                        "Desk House",
                        "place",
                        "Merano",
                        "currency",
                        "EUR",
                        "timeZone",
                        "Europe/Rome",
                        "roomTypes",
                        List.of(roomTypeJson(0), roomTypeJson(1), roomTypeJson(2), roomTypeJson(3))));
        for (int i = 0; i < ROOM_TYPES; i++) {
            must(
                    "/v1/room-types/" + roomType(i) + "/calendar",
                    Map.of(
                            "changes",
                            List.of(Map.of(
                                    "from",
                                    opening.toString(),
                                    "to",
                                    opening.plusDays(NIGHTS).toString(),
                                    "capacity",
                                    ROOMS))));
        }
        for (int guest = 0; guest < GUESTS; guest++) {
            int number = guest;
            threads.execute(() -> guest(number));
        }
    }

    /** No new guests; those who are there make up their minds. */
    void finish() throws InterruptedException {
        open = false;
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toMinutes() + 1, TimeUnit.MINUTES)) {
            throw new ServerFailure("Guests at the desk still wait for an answer.");
        }
    }

    Map<String, Promise> promises() {
        return Map.copyOf(promises);
    }

    Map<String, Long> answers() {
        return answers.counts();
    }

    /** Holds that ran out too early or were given an absurd deadline, and answers that nobody expects; in words. */
    List<String> oddities() {
        return List.copyOf(oddities);
    }

    /** When the house last said yes, by the monotonic clock. */
    long lastTold() {
        return lastTold;
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
    }

    private void guest(int number) {
        Random random = new Random(seed * 31 + number);
        List<Held> held = new ArrayList<>();
        try {
            for (int i = 0; open; i++) {
                if (held.isEmpty() || (held.size() < HELD_AT_ONCE && random.nextBoolean())) {
                    hold(random, number + "/" + i, held);
                } else {
                    makeUpMind(held.remove(random.nextInt(held.size())), random);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            while (!held.isEmpty()) {
                makeUpMind(held.removeFirst(), random);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            oddities.add("guest " + number + " left: " + e);
        }
    }

    private void hold(Random random, String name, List<Held> held) throws InterruptedException {
        String booking = Ids.derived("bkg", tenant, CODE, Long.toString(seed), name);
        LocalDate arrival = opening.plusDays(random.nextInt(NIGHTS - 3));
        Instant asked = clock.instant();
        Answered answer =
                ask("/v1/bookings/" + booking, stay(random.nextInt(ROOM_TYPES), arrival, 1 + random.nextInt(3)));
        String status = answer.body().path("status").asText();
        if (answer.good() && status.equals("held")) {
            Instant deadline = Instant.parse(answer.body().path("holdExpiresAt").asText());
            if (deadline.isBefore(asked.plus(HOLD).minus(TOLERANCE))
                    || deadline.isAfter(clock.instant().plus(HOLD).plus(TOLERANCE))) {
                oddities.add("%s, asked for at %s, is held until %s".formatted(booking, asked, deadline));
            }
            held.add(new Held(booking, asked));
            promise(booking, Map.of("booking.held", 1), "held");
        } else if (!answer.body().path("code").asText().equals("sold-out")) {
            oddities.add("%s was answered %s".formatted(booking, words(answer)));
        }
    }

    private void makeUpMind(Held held, Random random) throws InterruptedException {
        boolean yes = random.nextInt(3) > 0;
        Answered answer = ask("/v1/bookings/" + held.booking() + (yes ? "/confirmation" : "/cancellation"), Map.of());
        if (answer.good()) {
            promise(
                    held.booking(),
                    Map.of("booking.held", 1, yes ? "booking.confirmed" : "booking.cancelled", 1),
                    yes ? "confirmed" : "cancelled");
            return;
        }
        Instant deadline = held.since().plus(HOLD).minus(TOLERANCE);
        if (clock.instant().isBefore(deadline)) {
            oddities.add("%s, held since %s, was answered %s at %s"
                    .formatted(held.booking(), held.since(), words(answer), clock.instant()));
        }
        promise(held.booking(), Map.of("booking.held", 1), null);
    }

    private void promise(String booking, Map<String, Integer> events, @Nullable String status) {
        promises.put(tenant + ":" + booking, new Promise(events, Set.of(), status));
    }

    /** Asks until there is a yes or a no. */
    private Answered ask(String path, Object body) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            Answered answer = house.put(path, body);
            answers.add(answer);
            if (answer.good()) {
                lastTold = System.nanoTime();
                return answer;
            }
            if (answer.status() / 100 == 4 || System.nanoTime() - start > PATIENCE.toNanos()) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void must(String path, Object body) {
        long start = System.nanoTime();
        Answered answer = house.put(path, body);
        // A room type that was described a moment ago is not known everywhere yet.
        while (!answer.good() && System.nanoTime() - start < PATIENCE.toNanos()) {
            answer = house.put(path, body);
        }
        if (!answer.good()) {
            throw new ServerFailure("The desk's hotel cannot be made: %s.".formatted(words(answer)));
        }
    }

    private Map<String, Object> stay(int roomType, LocalDate arrival, int nights) {
        return Map.of(
                "propertyId",
                property(),
                "channel",
                "Direct",
                "rooms",
                List.of(Map.of(
                        "line",
                        1,
                        "roomTypeId",
                        roomType(roomType),
                        "arrival",
                        arrival.toString(),
                        "departure",
                        arrival.plusDays(nights).toString(),
                        "adults",
                        2,
                        "children",
                        0,
                        "infants",
                        0)),
                "total",
                Map.of("amountMinor", 9_900 * nights, "currency", "EUR"),
                "guest",
                Map.of("givenName", "Ines", "surname", "Moser", "email", "ines.moser@example.com"),
                "confirm",
                "later");
    }

    private static Map<String, Object> roomTypeJson(int number) {
        return Map.of("code", code(number), "name", "Room " + number, "maxGuests", 3);
    }

    private String property() {
        return Ids.derived("prp", tenant, CODE);
    }

    private String roomType(int number) {
        return Ids.derived("rmt", tenant, CODE, code(number));
    }

    private static String code(int number) {
        return "D" + number;
    }

    private static String words(Answered answer) {
        return answer.status() + " " + answer.body();
    }
}

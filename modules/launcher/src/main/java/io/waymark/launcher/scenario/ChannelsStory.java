package io.waymark.launcher.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.kernel.DateRange;
import io.waymark.servers.ServerFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Two channels sell one hotel from their own copies over a bad road, while the house opens and closes nights; in the end
 * the road is good again, and all must say the same.
 */
public final class ChannelsStory {

    private static final List<String> CHANNELS = List.of("practice-alpinebits", "practice-ota");
    private static final Duration FIRST_SYNC = Duration.ofMinutes(2);
    private static final Duration TRAFFIC_LIMIT = Duration.ofMinutes(60);
    private static final Duration SETTLING = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int WORKERS = 8;

    /**
     * How much, and how bad: rates of a thousand messages in each direction.
     *
     * @param messages in each direction, both channels together
     */
    public record Plan(int messages, int lost, int doubled, int reordered, int refused, long seed) {}

    /** How it ended. */
    public record Ending(
            long inbound,
            long outbound,
            long inboundAttempts,
            long outboundAttempts,
            long refusedSales,
            int nights,
            int different,
            int oversold,
            int soldDifferently,
            long seconds,
            long settledAfterMillis) {

        public boolean good() {
            return different == 0 && oversold == 0 && soldDifferently == 0 && nights > 0;
        }
    }

    private final PracticeHotel hotel;
    private final Web sandbox;
    private final Web channelManager;
    private final InstantSource clock;
    private final Consumer<String> tell;

    ChannelsStory(PracticeHotel hotel, Web sandbox, Web channelManager, InstantSource clock, Consumer<String> tell) {
        this.hotel = hotel;
        this.sandbox = sandbox;
        this.channelManager = channelManager;
        this.clock = clock;
        this.tell = tell;
    }

    /**
     * Plays it.
     *
     * @param halfWay is run once, when half of the messages have come
     */
    Ending play(Plan plan, Runnable halfWay) {
        hotel.open();
        hotel.price(channelManager);
        waitUntilEqual(FIRST_SYNC, "the channels to know the hotel");
        Instant began = clock.instant();
        long sentBefore = outbound();
        CHANNELS.forEach(channel -> faults(channel, plan));
        CHANNELS.forEach(channel -> sandbox.post(
                "/control/channels/" + channel + "/traffic",
                Map.of(
                        "messages",
                        plan.messages() / CHANNELS.size(),
                        "workers",
                        WORKERS,
                        "seed",
                        plan.seed(),
                        "hotel",
                        PracticeHotel.CODE)));
        traffic(plan, sentBefore, halfWay, began);
        CHANNELS.forEach(channel -> faults(channel, new Plan(0, 0, 0, 0, 0, plan.seed())));
        PracticeHotel.roomTypes().forEach(code -> hotel.change(code, hotel.dates(), Map.of("closed", false)));
        Instant quiet = clock.instant();
        waitUntilEqual(SETTLING, "all to say the same");
        return ending(sentBefore, began, quiet);
    }

    private void traffic(Plan plan, long sentBefore, Runnable halfWay, Instant began) {
        Random random = new Random(plan.seed());
        boolean half = false;
        Instant told = clock.instant();
        while (true) {
            long settled = sum("settled");
            long sent = outbound() - sentBefore;
            if (!half && settled * 2 >= plan.messages()) {
                half = true;
                halfWay.run();
            }
            if (settled >= plan.messages() && sent >= plan.messages()) {
                return;
            }
            if (clock.instant().isAfter(told.plusSeconds(10))) {
                told = clock.instant();
                tell.accept("%,d messages in, %,d out".formatted(settled, sent));
            }
            if (clock.instant().isAfter(began.plus(TRAFFIC_LIMIT))) {
                throw new ServerFailure("The traffic does not end: %d in, %d out.".formatted(settled, sent));
            }
            for (int i = 0; i < 4; i++) {
                changeSomething(random);
            }
            pause(Duration.ofMillis(50));
        }
    }

    private void changeSomething(Random random) {
        String code = PracticeHotel.roomTypes().get(random.nextInt(PracticeHotel.ROOM_TYPES));
        LocalDate from =
                hotel.dates().from().plusDays(random.nextInt((int) hotel.dates().days() - 3));
        hotel.change(
                code,
                new DateRange(from, from.plusDays(1 + random.nextInt(3))),
                random.nextInt(3) == 0
                        ? Map.of("minStay", random.nextInt(2))
                        : Map.of("closed", random.nextInt(4) == 0));
    }

    private Ending ending(long sentBefore, Instant began, Instant quiet) {
        Copies copies = Copies.read(hotel, sandbox, CHANNELS);
        Map<String, Integer> standing = Copies.standing(sandbox, CHANNELS);
        Map<String, Integer> all = new TreeMap<>(copies.sold());
        int soldDifferently = (int) all.entrySet().stream()
                .filter(night -> !night.getValue().equals(standing.getOrDefault(night.getKey(), 0)))
                .count();
        return new Ending(
                sum("settled"),
                outbound() - sentBefore,
                count("/messages/sent"),
                count("/messages/received"),
                sum("refused"),
                copies.nights(),
                copies.different(),
                copies.oversold(),
                soldDifferently,
                Duration.between(began, clock.instant()).toSeconds(),
                Duration.between(quiet, clock.instant()).toMillis());
    }

    private void faults(String channel, Plan plan) {
        sandbox.put(
                "/control/channels/" + channel + "/faults",
                Map.ofEntries(
                        Map.entry("down", false),
                        Map.entry("delay", 0),
                        Map.entry("duplicate", plan.doubled()),
                        Map.entry("reorder", plan.reordered()),
                        Map.entry("loseRequest", plan.lost() / 2),
                        Map.entry("loseAnswer", plan.lost() - plan.lost() / 2),
                        Map.entry("refuse", plan.refused()),
                        Map.entry("delayMillis", 100),
                        Map.entry("holdMillis", 600),
                        Map.entry("limitPerSecond", 0),
                        Map.entry("seed", plan.seed() + channel.length())));
    }

    private void waitUntilEqual(Duration limit, String what) {
        Instant deadline = clock.instant().plus(limit);
        Copies copies = Copies.read(hotel, sandbox, CHANNELS);
        while (copies.nights() == 0 || copies.different() > 0 || waiting() > 0) {
            if (clock.instant().isAfter(deadline)) {
                tell.accept("gave up waiting for %s: %d nights differ".formatted(what, copies.different()));
                return;
            }
            pause(LOOK);
            copies = Copies.read(hotel, sandbox, CHANNELS);
        }
    }

    /** Dates that some channel has yet to be told about. */
    private long waiting() {
        long waiting = 0;
        for (JsonNode sync :
                hotel.house().get("/v1/channel-syncs?limit=200").body().path("items")) {
            waiting += sync.path("waitingDates").asLong();
        }
        return waiting;
    }

    private long outbound() {
        long messages = 0;
        for (JsonNode sync :
                hotel.house().get("/v1/channel-syncs?limit=200").body().path("items")) {
            messages += sync.path("messages").asLong();
        }
        return messages;
    }

    private long sum(String field) {
        return CHANNELS.stream()
                .mapToLong(channel -> sandbox.get("/control/channels/" + channel + "/traffic")
                        .body()
                        .path(field)
                        .asLong())
                .sum();
    }

    private long count(String pointer) {
        return CHANNELS.stream()
                .mapToLong(channel -> sandbox.get("/control/channels/" + channel)
                        .body()
                        .at(pointer)
                        .asLong())
                .sum();
    }

    private static void pause(Duration time) {
        try {
            if (new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("The story was interrupted.", e);
        }
    }
}

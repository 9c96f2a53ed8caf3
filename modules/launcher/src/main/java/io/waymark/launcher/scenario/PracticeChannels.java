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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Two channels of the sandbox that sell the practice hotel, one by AlpineBits and one by JSON. */
public final class PracticeChannels {

    static final List<String> NAMES = List.of("practice-alpinebits", "practice-ota");

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration READING = Duration.ofMinutes(2);

    /** How bad the road is: of a thousand messages in each direction. */
    public record Road(int lost, int doubled, int reordered, int refused) {

        public static final Road GOOD = new Road(0, 0, 0, 0);
    }

    /**
     * Whether all agree.
     *
     * @param nights room types and dates that were compared
     * @param different of them that not all three copies say the same of
     * @param oversold of them that are sold beyond capacity and allowance
     * @param soldDifferently of them of which the channels have sold another number than the house
     */
    public record Agreement(int nights, int different, int oversold, int soldDifferently) {}

    private final PracticeHotel hotel;
    private final Web sandbox;
    private final InstantSource clock;
    private final Consumer<String> tell;

    public PracticeChannels(PracticeHotel hotel, Web sandbox, InstantSource clock, Consumer<String> tell) {
        this.hotel = hotel;
        this.sandbox = sandbox;
        this.clock = clock;
        this.tell = tell;
    }

    /** Sets how messages travel from now on. */
    public void travel(Road road, long seed) {
        NAMES.forEach(channel -> sandbox.put(
                "/control/channels/" + channel + "/faults",
                Map.ofEntries(
                        Map.entry("down", false),
                        Map.entry("delay", 0),
                        Map.entry("duplicate", road.doubled()),
                        Map.entry("reorder", road.reordered()),
                        Map.entry("loseRequest", road.lost() / 2),
                        Map.entry("loseAnswer", road.lost() - road.lost() / 2),
                        Map.entry("refuse", road.refused()),
                        Map.entry("delayMillis", 100),
                        Map.entry("holdMillis", 600),
                        Map.entry("limitPerSecond", 0),
                        Map.entry("seed", seed + channel.length()))));
    }

    /** Lets every channel that is not selling sell, change and call off so many times. */
    public void sell(int messagesEach, int workers, long seed) {
        NAMES.forEach(channel -> sandbox.post(
                "/control/channels/" + channel + "/traffic",
                Map.of("messages", messagesEach, "workers", workers, "seed", seed, "hotel", PracticeHotel.CODE)));
    }

    /** Opens, closes or restricts some nights; a house that does not answer is not asked again. */
    public void changeSomething(Random random) {
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

    /** Opens all nights; false where the house did not answer. */
    public boolean openAll() {
        return PracticeHotel.roomTypes().stream()
                .allMatch(code -> hotel.change(code, hotel.dates(), Map.of("closed", false)));
    }

    /** Whether every channel has sold all that it was to sell and was answered. */
    public boolean quiet() {
        return NAMES.stream()
                .map(channel -> sandbox.get("/control/channels/" + channel + "/traffic"))
                .allMatch(answer -> answer.good()
                        && !answer.body().path("running").asBoolean()
                        && answer.body().path("underWay").asInt() == 0);
    }

    /** Sum over the channels of what they tell of their traffic. */
    long sum(String field) {
        return NAMES.stream()
                .mapToLong(channel -> sandbox.get("/control/channels/" + channel + "/traffic")
                        .body()
                        .path(field)
                        .asLong())
                .sum();
    }

    /** Sum over the channels of what they tell of themselves. */
    long count(String pointer) {
        return NAMES.stream()
                .mapToLong(channel -> sandbox.get("/control/channels/" + channel)
                        .body()
                        .at(pointer)
                        .asLong())
                .sum();
    }

    /** Messages that the channels were sent. */
    public long outbound() {
        return syncs("messages");
    }

    /** Waits until all three copies say the same and nobody has anything to be told. */
    public void waitUntilEqual(Duration limit, String what) {
        Instant deadline = clock.instant().plus(limit);
        Copies copies = copies();
        while (copies.nights() == 0 || copies.different() > 0 || syncs("waitingDates") > 0) {
            if (clock.instant().isAfter(deadline)) {
                tell.accept("gave up waiting for %s: %d nights differ".formatted(what, copies.different()));
                return;
            }
            pause(LOOK);
            copies = copies();
        }
    }

    /** Compares once all can be read. */
    public Agreement agreement() {
        Instant deadline = clock.instant().plus(READING);
        Copies copies = copies();
        while (copies.nights() == 0 && clock.instant().isBefore(deadline)) {
            pause(LOOK);
            copies = copies();
        }
        Map<String, Integer> standing = Copies.standing(sandbox, NAMES);
        Map<String, Integer> all = new TreeMap<>(copies.sold());
        int soldDifferently = (int) all.entrySet().stream()
                .filter(night -> !night.getValue().equals(standing.getOrDefault(night.getKey(), 0)))
                .count();
        return new Agreement(copies.nights(), copies.different(), copies.oversold(), soldDifferently);
    }

    private Copies copies() {
        return Copies.read(hotel, sandbox, NAMES);
    }

    private long syncs(String field) {
        long sum = 0;
        for (JsonNode sync :
                hotel.house().get("/v1/channel-syncs?limit=200").body().path("items")) {
            sum += sync.path(field).asLong();
        }
        return sum;
    }

    static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("The story was interrupted.", e);
        }
    }
}

package io.waymark.launcher.scenario;

import io.waymark.launcher.scenario.PracticeChannels.Road;
import io.waymark.servers.ServerFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Two channels sell one hotel from their own copies over a bad road, while the house opens and closes nights; in the end
 * the road is good again, and all must say the same.
 */
public final class ChannelsStory {

    private static final Duration FIRST_SYNC = Duration.ofMinutes(2);
    private static final Duration TRAFFIC_LIMIT = Duration.ofMinutes(60);
    private static final Duration SETTLING = Duration.ofMinutes(3);
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
    private final PracticeChannels channels;
    private final Web channelManager;
    private final InstantSource clock;
    private final Consumer<String> tell;

    ChannelsStory(
            PracticeHotel hotel,
            PracticeChannels channels,
            Web channelManager,
            InstantSource clock,
            Consumer<String> tell) {
        this.hotel = hotel;
        this.channels = channels;
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
        channels.waitUntilEqual(FIRST_SYNC, "the channels to know the hotel");
        Instant began = clock.instant();
        long sentBefore = channels.outbound();
        channels.travel(new Road(plan.lost(), plan.doubled(), plan.reordered(), plan.refused()), plan.seed());
        channels.sell(plan.messages() / PracticeChannels.NAMES.size(), WORKERS, plan.seed());
        traffic(plan, sentBefore, halfWay, began);
        channels.travel(Road.GOOD, plan.seed());
        channels.openAll();
        Instant quiet = clock.instant();
        channels.waitUntilEqual(SETTLING, "all to say the same");
        return ending(sentBefore, began, quiet);
    }

    private void traffic(Plan plan, long sentBefore, Runnable halfWay, Instant began) {
        Random random = new Random(plan.seed());
        boolean half = false;
        Instant told = clock.instant();
        while (true) {
            long settled = channels.sum("settled");
            long sent = channels.outbound() - sentBefore;
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
                channels.changeSomething(random);
            }
            PracticeChannels.pause(Duration.ofMillis(50));
        }
    }

    private Ending ending(long sentBefore, Instant began, Instant quiet) {
        PracticeChannels.Agreement agreement = channels.agreement();
        return new Ending(
                channels.sum("settled"),
                channels.outbound() - sentBefore,
                channels.count("/messages/sent"),
                channels.count("/messages/received"),
                channels.sum("refused"),
                agreement.nights(),
                agreement.different(),
                agreement.oversold(),
                agreement.soldDifferently(),
                Duration.between(began, clock.instant()).toSeconds(),
                Duration.between(quiet, clock.instant()).toMillis());
    }
}

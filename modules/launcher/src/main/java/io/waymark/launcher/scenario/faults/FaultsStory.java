package io.waymark.launcher.scenario.faults;

import io.waymark.launcher.scenario.PracticeChannels;
import io.waymark.launcher.scenario.PracticeChannels.Road;
import io.waymark.launcher.scenario.faults.FaultOrder.Blow;
import io.waymark.servers.Readiness;
import io.waymark.servers.ServerFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Breaks one thing after another while guests and channels go on, then lets everything come to rest. */
final class FaultsStory {

    private static final Road USUAL_ROAD = new Road(10, 20, 50, 10);
    private static final int SALES_A_ROUND = 40;
    private static final int SELLERS = 3;
    private static final Duration FIRST_SYNC = Duration.ofMinutes(2);
    private static final Duration LAST_FAULT = Duration.ofMinutes(6);
    private static final Duration REST = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 500;

    private final FaultOrder order;
    private final Hammer hammer;
    private final Desk desk;
    private final PracticeChannels channels;
    private final long seed;
    private final Consumer<String> tell;
    private final Queue<Strike> strikes = new ConcurrentLinkedQueue<>();
    private volatile boolean going = true;

    FaultsStory(
            FaultOrder order, Hammer hammer, Desk desk, PracticeChannels channels, long seed, Consumer<String> tell) {
        this.order = order;
        this.hammer = hammer;
        this.desk = desk;
        this.channels = channels;
        this.seed = seed;
        this.tell = tell;
    }

    /** Returns what was broken, in the order of time, once nothing is broken any more and nobody waits for an answer. */
    List<Strike> play(Duration length) throws InterruptedException {
        channels.waitUntilEqual(FIRST_SYNC, "the channels to know the hotel");
        desk.open();
        tell.accept(Strike.HEAD);
        Thread selling = Thread.ofVirtual().name("selling").start(this::sell);
        breakThings(length);
        going = false;
        selling.join();
        desk.finish();
        comeToRest();
        List<Strike> inOrder = new ArrayList<>(strikes);
        inOrder.sort(Comparator.comparing(Strike::at));
        return inOrder;
    }

    private void breakThings(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (true) {
                Blow blow = order.next();
                if (System.nanoTime() + blow.pause().toNanos() >= end) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(blow.pause().toMillis());
                if (hammer.claim(blow)) {
                    threads.execute(() -> strike(blow));
                }
            }
            TimeUnit.NANOSECONDS.sleep(Math.max(0, end - System.nanoTime()));
            threads.shutdown();
            if (!threads.awaitTermination(LAST_FAULT.toMinutes(), TimeUnit.MINUTES)) {
                throw new ServerFailure("A fault is still not over.");
            }
        }
    }

    private void strike(Blow blow) {
        try {
            Strike strike = hammer.strike(blow);
            strikes.add(strike);
            tell.accept(strike.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever has just been killed is told again how it is to behave, and sells on. */
    private void sell() {
        Random random = new Random(seed);
        for (long round = 0; going; round++) {
            channels.travel(USUAL_ROAD, seed + round);
            channels.sell(SALES_A_ROUND, SELLERS, seed + round);
            channels.changeSomething(random);
            pause();
        }
    }

    private void comeToRest() {
        channels.travel(Road.GOOD, seed);
        if (!Readiness.within(REST, () -> true, () -> {
            channels.travel(Road.GOOD, seed);
            return channels.quiet();
        })) {
            throw new ServerFailure("The channels still wait for an answer of the house.");
        }
        if (!Readiness.within(REST, () -> true, channels::openAll)) {
            throw new ServerFailure("The house does not open its nights.");
        }
        channels.waitUntilEqual(REST, "all to say the same");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("The story was interrupted.", e);
        }
    }
}

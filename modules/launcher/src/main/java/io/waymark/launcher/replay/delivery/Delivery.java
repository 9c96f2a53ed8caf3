package io.waymark.launcher.replay.delivery;

import io.waymark.launcher.replay.schedule.Schedule;
import io.waymark.launcher.replay.schedule.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends a schedule: the steps of one reservation one after the other, those of different ones side by side.
 *
 * <p>No step starts before all that lie a window behind it are answered, which is what the rooms were counted for.
 */
final class Delivery {

    /** Far more than a window: so what is done is rarely looked through. */
    private static final int MOST_REMEMBERED = 10_000;

    private static final int MOST_AT_ONCE = 64;

    private final Schedule schedule;
    private final Route route;
    private final Sender sender;
    private final Window window;
    private final Pace pace;
    private final StopSignal stop;
    private final StepListener listener;
    private final Semaphore lines = new Semaphore(MOST_AT_ONCE);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Map<String, CountDownLatch> stepsUnderWay = new HashMap<>();

    Delivery(
            Schedule schedule,
            Route route,
            Sender sender,
            Window window,
            Pace pace,
            StopSignal stop,
            StepListener listener) {
        this.schedule = schedule;
        this.route = route;
        this.sender = sender;
        this.window = window;
        this.pace = pace;
        this.stop = stop;
        this.listener = listener;
    }

    /** Sends everything that the window's account does not cover yet; returns when all is answered or it was stopped. */
    void run() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int position = window.account().position(); position < schedule.size(); position++) {
                pace.awaitTurn();
                if (stop.isGiven() || !window.awaitTurn(position)) {
                    break;
                }
                start(threads, position);
            }
        }
        Throwable cause = failure.get();
        if (cause instanceof ReplayFailure known) {
            throw known;
        }
        if (cause != null) {
            throw new IllegalStateException("a step could not be sent", cause);
        }
    }

    private void start(ExecutorService threads, int position) {
        Step step = schedule.steps().get(position);
        CountDownLatch done = new CountDownLatch(1);
        @Nullable CountDownLatch before = stepsUnderWay.put(step.reservation().remoteId(), done);
        if (stepsUnderWay.size() > MOST_REMEMBERED) {
            stepsUnderWay.values().removeIf(ended -> ended.getCount() == 0);
        }
        threads.execute(() -> {
            try {
                if (before != null) {
                    before.await();
                }
                deliver(position, step);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                fail(e);
            } finally {
                done.countDown();
            }
        });
    }

    private void deliver(int position, Step step) throws InterruptedException {
        lines.acquire();
        try {
            if (stop.isGiven()) {
                window.close();
                return;
            }
            Sender.@Nullable Reply reply = sender.send(route.request(step), response -> route.answer(step, response));
            if (reply == null) {
                listener.unanswered(step);
                window.close();
            } else {
                tell(step, reply.answer());
                window.done(position, Outcome.of(step, reply.answer()));
            }
        } finally {
            lines.release();
        }
    }

    private void tell(Step step, Answer.Final answer) {
        switch (answer) {
            case Answer.Taken taken -> listener.accepted(step);
            case Answer.Refused(String reason) -> listener.refused(step, reason);
        }
    }

    private void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        stop.give();
        window.close();
    }
}

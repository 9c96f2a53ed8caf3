package io.waymark.launcher.parts;

import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one part and brings it back whenever it has died, each time a little later, until the end is called. */
final class Watch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration TICK = Duration.ofMillis(200);

    private final Part part;
    private final RunFolder folder;
    private final InstantSource clock;
    private final CountDownLatch end;
    private RunningPart current;
    private BackOff backOff = BackOff.INITIAL;

    Watch(Part part, RunningPart current, RunFolder folder, InstantSource clock, CountDownLatch end) {
        this.part = part;
        this.current = current;
        this.folder = folder;
        this.clock = clock;
        this.end = end;
    }

    @Override
    public void run() {
        try {
            while (!endsWithin(TICK)) {
                if (current.process().living().isEmpty()) {
                    bringBack();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringBack() throws InterruptedException {
        if (current.restarts() > 0) {
            backOff = backOff.after(current.startedAt(), clock.instant());
        }
        LOG.warn(
                "{} has ended; it is started again in {} ms",
                part.name(),
                backOff.next().toMillis());
        while (!endsWithin(backOff.next())) {
            try {
                RecordedProcess process = part.start();
                current = RunningPart.of(part, process, current.restarts() + 1);
                folder.write(current);
                LOG.warn("{} runs again as process {}", part.name(), process.pid());
                return;
            } catch (ServerFailure e) {
                LOG.error("{} cannot be started again: {}", part.name(), e.getMessage());
                backOff = backOff.longer();
            }
        }
    }

    private boolean endsWithin(Duration time) throws InterruptedException {
        return end.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}

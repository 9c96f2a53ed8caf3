package io.waymark.insights.forecasts;

import io.waymark.runtime.database.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for trainings that are wanted, and wants one of every property once a day. One thread, so a
 * training never takes more than one processor from those who wait for an answer.
 */
public final class ForecastSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ForecastSchedule.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration SCHEDULE = Duration.ofMinutes(5);

    private final ForecastTraining training;
    private final InstantSource clock;
    private final ScheduledExecutorService thread;
    private Instant nextSchedule;

    private ForecastSchedule(ForecastTraining training, InstantSource clock) {
        this.training = training;
        this.clock = clock;
        this.nextSchedule = clock.instant().plus(SCHEDULE);
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("forecasts").daemon().factory());
    }

    public static ForecastSchedule start(Database database, InstantSource clock) {
        ForecastSchedule schedule = new ForecastSchedule(new ForecastTraining(database, clock), clock);
        var unused = schedule.thread.scheduleWithFixedDelay(
                schedule::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return schedule;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            if (!clock.instant().isBefore(nextSchedule)) {
                nextSchedule = clock.instant().plus(SCHEDULE);
                training.schedule();
            }
            for (Optional<ForecastTraining.Claim> claim = training.claim();
                    claim.isPresent();
                    claim = training.claim()) {
                LOG.info("Training the forecasts of {}", claim.get().property());
                training.train(claim.get());
            }
        } catch (SQLException e) {
            // The warehouse is away, or its tables are not made yet; the next look will see.
            LOG.debug("The warehouse has no trainings to tell of: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Forecasts cannot be trained", e);
        }
    }
}

package io.waymark.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's time without its jumps.
 *
 * <p>Small corrections are followed at once. Where the system's clock is suddenly minutes off, time goes on as the monotonic
 * clock says, so that no hold runs out and no event is dated by a mistake that is put right a moment later; a difference
 * that stays is believed.
 */
public final class SteadyClock implements InstantSource {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);

    /** More than any correction that a time daemon makes step by step between two looks. */
    private static final Duration JUMP = Duration.ofSeconds(2);

    /** How long a jump must stay until it is believed. */
    private static final Duration DOUBT = Duration.ofMinutes(2);

    /** Below this the clocks are said to agree, and nothing is written. */
    private static final Duration AGREEMENT = Duration.ofMillis(5);

    private static final SteadyClock OF_THIS_PROCESS = new SteadyClock(InstantSource.system(), System::nanoTime);

    /**
     * Where both clocks were seen together.
     *
     * @param doubtedSince what the monotonic clock said when the system's was first seen off; null while they agree
     */
    private record Anchor(
            Instant instant, long nanos, @Nullable Long doubtedSince) {

        Instant at(long now) {
            return instant.plusNanos(now - nanos);
        }
    }

    private final InstantSource system;
    private final LongSupplier monotonic;
    private final AtomicReference<Anchor> anchor;

    SteadyClock(InstantSource system, LongSupplier monotonic) {
        this.system = system;
        this.monotonic = monotonic;
        this.anchor = new AtomicReference<>(new Anchor(system.instant(), monotonic.getAsLong(), null));
    }

    /** The one that everything in a process shares. */
    public static SteadyClock ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    @Override
    public Instant instant() {
        Anchor seen = anchor.get();
        Instant told = system.instant();
        long now = monotonic.getAsLong();
        Instant steady = seen.at(now);
        Duration off = Duration.between(steady, told).abs();
        if (off.compareTo(JUMP) < 0) {
            if (seen.doubtedSince() != null || off.compareTo(AGREEMENT) > 0) {
                anchor.compareAndSet(seen, new Anchor(told, now, null));
            }
            return told;
        }
        return doubted(seen, steady, told, now);
    }

    private Instant doubted(Anchor seen, Instant steady, Instant told, long now) {
        @Nullable Long since = seen.doubtedSince();
        if (since == null) {
            if (anchor.compareAndSet(seen, new Anchor(seen.instant(), seen.nanos(), now))) {
                LOG.warn("the system's clock has jumped from {} to {}; it is not believed yet", steady, told);
            }
            return steady;
        }
        if (now - since < DOUBT.toNanos()) {
            return steady;
        }
        if (anchor.compareAndSet(seen, new Anchor(told, now, null))) {
            LOG.warn("the system's clock says {} instead of {} for {}: it is believed", told, steady, DOUBT);
        }
        return told;
    }
}

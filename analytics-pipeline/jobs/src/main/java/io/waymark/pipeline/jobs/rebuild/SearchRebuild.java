package io.waymark.pipeline.jobs.rebuild;

import io.waymark.pipeline.jobs.run.Checkpoints;
import io.waymark.pipeline.jobs.run.PipelineSettings;
import io.waymark.pipeline.search.SearchDifferences;
import io.waymark.pipeline.search.SearchGenerations;
import io.waymark.pipeline.search.SearchGenerations.State;
import io.waymark.pipeline.search.SearchIndex;
import io.waymark.pipeline.search.SearchSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Fills new indices from the beginning of the journal, compares them with the live ones, and exchanges them by one change of
 * the aliases. What it has done is written in the cluster: killed at any moment, the next run goes on from there.
 *
 * <p>The refill goes on until it has passed everything that the live pipeline can have written to the old indices; what
 * both write is the same, guarded by the same versions.
 */
final class SearchRebuild {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int LOOKS_PER_REPORT = 5;
    private static final Duration NEAR = Duration.ofSeconds(10);
    private static final Duration CATCH_UP_LIMIT = Duration.ofMinutes(2);
    private static final Duration READERS_LIMIT = Duration.ofMinutes(2);

    private final PipelineSettings settings;
    private final SearchGenerations generations;
    private final RebuildLock lock;
    private final Report report;
    private final InstantSource clock;
    private final List<SearchIndex> indices;

    SearchRebuild(
            PipelineSettings live,
            SearchGenerations generations,
            RebuildLock lock,
            Report report,
            InstantSource clock) {
        this.settings = live.beside("flink-rebuild");
        this.generations = generations;
        this.lock = lock;
        this.report = report;
        this.clock = clock;
        this.indices = SearchIndex.all(live.indexPrefix());
    }

    /** How a rebuild is wished. */
    record Wishes(boolean fromStart, boolean acceptDifferences) {}

    void run(Wishes wishes) throws Exception {
        List<State> states = states();
        boolean exchanged = states.stream().noneMatch(state -> state.newer().isPresent())
                && states.stream().anyMatch(state -> !state.older().isEmpty());
        boolean empty = false;
        if (exchanged) {
            report.say("An earlier run has exchanged the indices and was stopped behind that.");
        } else {
            empty = prepare(states, wishes.fromStart());
            states = states();
        }
        try (Refill refill = Refill.start(settings, targets(states), empty)) {
            catchUp(refill);
            if (!exchanged) {
                compare(refill, states, wishes.acceptDifferences());
                exchange(refill, states);
            }
            // What the live pipeline was just writing to the old ones is written to the new ones by us.
            await(refill, Heads.of(settings.journal()));
        }
        Checkpoints.deleteTree(settings.folder());
        for (State state : states()) {
            for (String old : state.older()) {
                retire(old);
            }
        }
    }

    private List<State> states() throws IOException {
        List<State> states = new ArrayList<>();
        for (SearchIndex index : indices) {
            states.add(generations.state(index));
        }
        return states;
    }

    /** Makes what is missing; whether anything was. */
    private boolean prepare(List<State> states, boolean fromStart) throws IOException {
        boolean empty = false;
        for (State state : states) {
            // Where an earlier run was stopped in the middle of an exchange.
            generations.show(state.index(), state.live());
            if (fromStart && state.newer().isPresent()) {
                generations.delete(state.newer().get());
            }
            if (fromStart || state.newer().isEmpty()) {
                generations.create(state);
                empty = true;
            }
        }
        report.say(empty ? "Filling new indices." : "Going on with the indices of an earlier run.");
        return empty;
    }

    private static Refill.Targets targets(List<State> states) {
        return new Refill.Targets(target(states.get(0)), target(states.get(1)), target(states.get(2)));
    }

    private static SearchIndex target(State state) {
        return state.index().writtenTo(state.newer().orElse(state.live()));
    }

    /** Until so little is left that it can be waited for. */
    private void catchUp(Refill refill) throws Exception {
        Instant began;
        do {
            began = clock.instant();
            Heads heads = Heads.of(settings.journal());
            for (int looks = 1; !refill.hasReached(heads); looks++) {
                refill.requireRunning();
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                if (looks % LOOKS_PER_REPORT == 0) {
                    report.progressed(refill.rows(), heads.rows());
                }
            }
        } while (Duration.between(began, clock.instant()).compareTo(NEAR) > 0);
    }

    private void await(Refill refill, Heads heads) throws Exception {
        Instant limit = clock.instant().plus(CATCH_UP_LIMIT);
        while (!refill.hasReached(heads)) {
            refill.requireRunning();
            if (clock.instant().isAfter(limit)) {
                throw new RebuildRefused(
                        "The new indices do not catch up with the journal; look for its load, and run this again.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void compare(Refill refill, List<State> states, boolean acceptDifferences) throws Exception {
        for (State state : states) {
            if (!state.index().keepsAll()) {
                continue;
            }
            SearchDifferences found = compare(refill, state);
            report.say("%s: %,d documents compared, %,d differ."
                    .formatted(state.index().alias(), found.compared(), found.differing()));
            if (found.differing() > 0 && !acceptDifferences) {
                throw new RebuildRefused(
                        "%s holds %,d documents that the journal does not give, such as %s. Nothing is exchanged; with --accept-differences it is."
                                .formatted(state.live(), found.differing(), String.join(", ", found.examples())));
            }
        }
    }

    /** Whatever could be found before the wait has to be found in the new index after it. */
    private SearchDifferences compare(Refill refill, State state) throws Exception {
        String newer = state.newer().orElseThrow();
        try (SearchSnapshot live = generations.snapshot(state.live())) {
            await(refill, Heads.of(settings.journal()));
            generations.refresh(newer);
            return live.missingIn(newer);
        }
    }

    /** From the first line to the last nothing new is shown, so nothing that anybody saw can be missing afterwards. */
    private void exchange(Refill refill, List<State> states) throws Exception {
        lock.requireHeld();
        boolean exchanged = false;
        try {
            for (State state : states) {
                generations.hold(state.live());
            }
            await(refill, Heads.of(settings.journal()));
            for (State state : states) {
                generations.show(state.index(), state.newer().orElseThrow());
                generations.refresh(state.newer().orElseThrow());
            }
            generations.exchange(states);
            exchanged = true;
        } finally {
            if (!exchanged) {
                for (State state : states) {
                    generations.show(state.index(), state.live());
                }
            }
        }
        report.say("The new indices are live.");
    }

    private void retire(String old) throws IOException {
        Instant limit = clock.instant().plus(READERS_LIMIT);
        while (generations.openSearches(old) > 0 && clock.instant().isBefore(limit)) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        generations.delete(old);
    }
}

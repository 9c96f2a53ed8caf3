package io.waymark.launcher.replay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.launcher.replay.schedule.Reservations;
import io.waymark.launcher.replay.schedule.Schedule;
import io.waymark.launcher.replay.schedule.Step;
import io.waymark.launcher.replay.source.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WindowTest {

    /** Whatever the order of the ends: the account never covers a step that is not done, and in the end all of them. */
    @Property
    void theAccountCoversExactlyTheUnbrokenRunOfStepsThatAreDone(
            @ForAll("reservations") List<Reservation> reservations,
            @ForAll @IntRange(min = 1, max = 20) int size,
            @ForAll Random random)
            throws InterruptedException {
        Schedule schedule = Schedule.of(reservations);
        Window window = new Window(size, Account.EMPTY);
        boolean[] done = new boolean[schedule.size()];
        List<Integer> underWay = new ArrayList<>();
        int next = 0;
        while (window.account().position() < schedule.size()) {
            while (next < schedule.size() && next < window.account().position() + size) {
                assertThat(window.awaitTurn(next)).isTrue();
                underWay.add(next++);
            }
            int ended = underWay.remove(random.nextInt(underWay.size()));
            done[ended] = true;
            window.done(ended, outcome(schedule.steps().get(ended), ended));
            assertThat(window.account().position()).isEqualTo(firstUndone(done));
        }
        assertThat(window.account().accepted()
                        + window.account().repeated()
                        + window.account().refused())
                .isEqualTo(schedule.size());
        assertThat(window.account().refused()).isEqualTo((schedule.size() + 2) / 3);
    }

    @Property(tries = 1)
    void aClosedWindowLetsNothingStart() throws InterruptedException {
        Window window = new Window(2, Account.EMPTY);
        assertThat(window.awaitTurn(1)).isTrue();

        window.close();

        assertThat(window.awaitTurn(1)).isFalse();
        assertThat(window.awaitTurn(2)).isFalse();
    }

    @Provide
    Arbitrary<List<Reservation>> reservations() {
        return Reservations.several(10);
    }

    private static Outcome outcome(Step step, int position) {
        return switch (position % 3) {
            case 0 -> new Outcome.Refused(step, "sold-out");
            case 1 -> new Outcome.Accepted(step);
            default -> new Outcome.Repeated(step);
        };
    }

    private static int firstUndone(boolean[] done) {
        int first = 0;
        while (first < done.length && done[first]) {
            first++;
        }
        return first;
    }
}

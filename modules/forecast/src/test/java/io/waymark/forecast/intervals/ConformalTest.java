package io.waymark.forecast.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConformalTest {

    @Test
    void reachesAsFarAsThePromisedShareNeeded() {
        Conformal conformal = new Conformal(misses(day -> 1));

        assertThat(meanReach(conformal, 0.8)).isCloseTo(1.28, within(0.15));
        assertThat(meanReach(conformal, 0.95)).isCloseTo(1.96, within(0.25));
    }

    @Test
    void growsSoonWhenForecastsGetWorse() {
        List<Miss> misses = misses(day -> day < 380 ? 1 : 4);

        assertThat(new Conformal(misses).reach(0.8, 400)).isGreaterThan(1.7 * new Conformal(misses).reach(0.8, 379));
    }

    @Test
    void isBlindToWhatIsNotKnownYet() {
        List<Miss> misses = misses(day -> 1);
        List<Miss> known = misses.stream().filter(miss -> miss.day() <= 200).toList();

        assertThat(new Conformal(misses).reach(0.8, 200)).isEqualTo(new Conformal(known).reach(0.8, 200));
    }

    @Test
    void promisesNothingFromAFewMisses() {
        assertThat(new Conformal(misses(day -> 1).subList(0, 5)).reach(0.8, 400))
                .isZero();
    }

    private static double meanReach(Conformal conformal, double share) {
        return IntStream.rangeClosed(200, 400)
                .mapToDouble(day -> conformal.reach(share, day))
                .average()
                .orElseThrow();
    }

    private static List<Miss> misses(IntToDoubleFunction spread) {
        SplittableRandom random = new SplittableRandom(11);
        List<Miss> misses = new ArrayList<>();
        for (int day = 1; day <= 400; day++) {
            double sum = -6;
            for (int i = 0; i < 12; i++) {
                sum += random.nextDouble();
            }
            misses.add(new Miss(day - 1, day, sum * spread.applyAsDouble(day)));
        }
        return misses;
    }
}

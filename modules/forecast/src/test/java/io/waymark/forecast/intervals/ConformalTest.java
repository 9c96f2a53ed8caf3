package io.waymark.forecast.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConformalTest {

    @Test
    void asManyComeWithinAsPromised() {
        List<Miss> misses = misses(day -> 1);

        assertThat(within(misses, 0.8)).isCloseTo(0.8, offset(0.05));
        assertThat(within(misses, 0.95)).isCloseTo(0.95, offset(0.03));
    }

    @Test
    void asManyComeWithinThoughForecastsGetWorseAndBetter() {
        List<Miss> misses = misses(day -> day / 50 % 2 == 0 ? 1 : 3);

        assertThat(within(misses, 0.8)).isCloseTo(0.8, offset(0.05));
        assertThat(within(misses, 0.95)).isCloseTo(0.95, offset(0.04));
    }

    @Test
    void growsSoonWhenForecastsGetWorse() {
        List<Miss> misses = misses(day -> day < 380 ? 1 : 4);

        assertThat(meanReach(misses, 391, 400)).isGreaterThan(1.7 * meanReach(misses, 360, 379));
    }

    @Test
    void isNoWiderThanThePromiseNeeds() {
        List<Miss> misses = misses(day -> 1, 28);

        assertThat(meanReach(misses, 0.8)).isCloseTo(1.28, offset(0.2));
        assertThat(meanReach(misses, 0.95)).isCloseTo(1.96, offset(0.35));
    }

    @Test
    void isNeverEndless() {
        List<Miss> misses = misses(day -> day < 380 ? 1 : 1_000);
        List<Miss> calm = misses.stream().filter(miss -> miss.day() < 380).toList();
        double widest =
                calm.stream().mapToDouble(miss -> Math.abs(miss.score())).max().orElseThrow();

        assertThat(reach(misses, 0.8, 390)).isLessThanOrEqualTo(Math.exp(1.5) * widest);
    }

    @Test
    void isBlindToWhatIsNotKnownYet() {
        List<Miss> misses = misses(day -> 1);
        List<Miss> known = misses.stream().filter(miss -> miss.day() <= 200).toList();

        assertThat(reach(misses, 0.8, 200)).isEqualTo(reach(known, 0.8, 200));
    }

    @Test
    void promisesNothingFromAFewMisses() {
        assertThat(new Conformal(misses(day -> 1).subList(0, 5)).reach(0.8, 400))
                .isEmpty();
    }

    @Test
    void aBandThatIsJudgedLateLearnsFromOneThatIsJudgedSoon() {
        List<Miss> late = misses(day -> 1).stream()
                .filter(miss -> miss.day() <= 380)
                .map(miss -> new Miss(1, miss.day(), miss.score()))
                .toList();
        List<Miss> both = new ArrayList<>(late);
        both.addAll(misses(day -> day < 380 ? 1 : 4));

        assertThat(reach(both, 1, 0.8, 400)).isGreaterThan(1.5 * reach(late, 1, 0.8, 400));
    }

    private static double meanReach(List<Miss> misses, double share) {
        Conformal conformal = new Conformal(misses);
        return IntStream.rangeClosed(101, 400)
                .mapToDouble(day -> conformal.reach(share, day).getOrDefault(0, 0.0))
                .average()
                .orElseThrow();
    }

    private static double meanReach(List<Miss> misses, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(day -> reach(misses, 0.8, day))
                .average()
                .orElseThrow();
    }

    private static double reach(List<Miss> misses, double share, int asOf) {
        return reach(misses, 0, share, asOf);
    }

    private static double reach(List<Miss> misses, int band, double share, int asOf) {
        return new Conformal(misses).reach(share, asOf).getOrDefault(band, 0.0);
    }

    /** The share of misses that lay within what was said the day before. */
    private static double within(List<Miss> misses, double share) {
        Conformal conformal = new Conformal(misses);
        return misses.stream()
                .filter(miss -> miss.day() > 100)
                .mapToInt(miss -> {
                    double reach = conformal.reach(share, miss.day() - 1).getOrDefault(0, 0.0);
                    return Math.abs(miss.score()) <= reach ? 1 : 0;
                })
                .average()
                .orElseThrow();
    }

    private static List<Miss> misses(IntToDoubleFunction spread) {
        return misses(spread, 1);
    }

    private static List<Miss> misses(IntToDoubleFunction spread, int aDay) {
        SplittableRandom random = new SplittableRandom(11);
        List<Miss> misses = new ArrayList<>();
        for (int day = 1; day <= 400; day++) {
            for (int forecast = 0; forecast < aDay; forecast++) {
                misses.add(new Miss(0, day, normal(random) * spread.applyAsDouble(day)));
            }
        }
        return misses;
    }

    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}

package io.waymark.forecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LearningTest {

    private static final Boosting.Plan PLAN = new Boosting.Plan(200, 4, 0.1, 0.7, 1, 10, 1, 1_000);

    @Test
    void ridgeFindsALineAndAPenaltyFlattensIt() {
        List<Example> examples = examples(200, row -> 5 + 2 * row[0] - 3 * row[1]);

        assertThat(Ridge.fit(examples, 1e-9).predict(new double[] {0.5, 0.25, 1}))
                .isCloseTo(5.25, within(1e-6));
        assertThat(Ridge.fit(examples, 1e9).predict(new double[] {1, 0, 1})).isCloseTo(mean(examples), within(1e-3));
    }

    @Test
    void ridgeGivesAConstantColumnNoSlope() {
        List<Example> examples = examples(50, row -> row[0]).stream()
                .map(example -> new Example(new double[] {example.features()[0], 7}, example.target(), 1))
                .toList();

        assertThat(Ridge.fit(examples, 1e-9).predict(new double[] {0.5, 700})).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void treesFindWhatNoLineCan() {
        ToDoubleFunction<double[]> answer = row -> row[0] > 0.5 == row[1] > 0.5 ? 10 : 0;
        Boosting trees = Boosting.fit(examples(2_000, answer), PLAN, 1);

        assertThat(trees.predict(new double[] {0.2, 0.3, 0.5})).isCloseTo(10, within(0.5));
        assertThat(trees.predict(new double[] {0.2, 0.7, 0.5})).isCloseTo(0, within(0.5));
    }

    @Test
    void theSameSeedGivesTheSameTreesAndWeightsCount() {
        List<Example> examples = examples(500, row -> row[0]);
        double[] asked = {0.3, 0.6, 0.9};

        assertThat(Boosting.fit(examples, PLAN, 3).predict(asked))
                .isEqualTo(Boosting.fit(examples, PLAN, 3).predict(asked));

        List<Example> contradicting = new ArrayList<>();
        for (Example example : examples) {
            contradicting.add(new Example(example.features(), 0, 99));
            contradicting.add(new Example(example.features(), 100, 1));
        }
        assertThat(Boosting.fit(contradicting, PLAN, 3).predict(asked)).isCloseTo(1, within(0.2));
        assertThat(Ridge.fit(contradicting, 1).predict(asked)).isCloseTo(1, within(0.2));
    }

    @Test
    void aFewWildAnswersBendTheTreesNoFurtherThanTheReach() {
        List<Example> examples = new ArrayList<>(examples(500, row -> row[0] > 0.5 ? 3 : 2));
        for (int i = 0; i < 25; i++) {
            examples.add(new Example(new double[] {0.75, 0.5, 0.5}, 200, 1));
        }
        Boosting.Plan bounded = new Boosting.Plan(200, 2, 0.1, 1, 1, 40, 1, 1);
        double[] asked = {0.75, 0.5, 0.5};

        assertThat(Boosting.fit(examples, bounded, 1).predict(asked))
                .isLessThan(Boosting.fit(examples, PLAN, 1).predict(asked) / 2);
    }

    @Test
    void aFeatureThatSaysNothingGivesTheMean() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            examples.add(new Example(new double[] {1}, i % 2, 1));
        }

        assertThat(Boosting.fit(examples, PLAN, 3).predict(new double[] {1})).isCloseTo(0.5, within(0.05));
    }

    private static double mean(List<Example> examples) {
        return examples.stream().mapToDouble(Example::target).average().orElseThrow();
    }

    private static List<Example> examples(int count, ToDoubleFunction<double[]> answer) {
        SplittableRandom random = new SplittableRandom(5);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] row = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            examples.add(new Example(row, answer.applyAsDouble(row), 1));
        }
        return examples;
    }
}

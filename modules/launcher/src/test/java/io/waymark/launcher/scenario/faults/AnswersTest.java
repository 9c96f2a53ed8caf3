package io.waymark.launcher.scenario.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.waymark.launcher.scenario.Web.Answered;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private final Answers answers = new Answers();

    @Test
    void areCountedByStatusAndCode() {
        answer(201, "");
        answer(503, "unavailable");
        answer(503, "unavailable");
        answer(0, "");
        answer(409, "sold-out");

        assertThat(answers.counts())
                .isEqualTo(Map.of("201", 1L, "503 unavailable", 2L, "no answer", 1L, "409 sold-out", 1L));
    }

    @Test
    void onlyFailuresThatAreNotNamedAreUnclear() {
        answer(201, "");
        answer(503, "unavailable");
        answer(500, "internal");
        answer(503, "");
        answer(0, "");

        assertThat(Answers.unclear(answers.counts()).keySet())
                .containsExactlyInAnyOrder("500 internal", "503 without a code");
    }

    @Test
    void canBeToldApartByTime() {
        answer(201, "");
        Map<String, Long> before = answers.counts();
        answer(201, "");
        answer(500, "internal");

        assertThat(Answers.since(before, answers.counts())).isEqualTo(Map.of("201", 1L, "500 internal", 1L));
    }

    private void answer(int status, String code) {
        var body = JsonNodeFactory.instance.objectNode();
        answers.add(new Answered(status, code.isEmpty() ? body : body.put("code", code)));
    }
}

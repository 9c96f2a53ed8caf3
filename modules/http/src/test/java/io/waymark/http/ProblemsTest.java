package io.waymark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.kernel.ProblemCode;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "57P01", "57P03", "58030"})
    void aDatabaseThatIsAwayIsNoFaultOfOursAndPasses(String state) {
        assertThat(Problems.of(new CompletionException(new SQLException("gone", state)), "req_1")
                        .code())
                .isEqualTo(ProblemCode.UNAVAILABLE);
    }

    @Test
    void aPoolWithoutConnectionsPassesToo() {
        assertThat(Problems.of(new SQLTransientConnectionException("timed out after 10000ms"), "req_1")
                        .code())
                .isEqualTo(ProblemCode.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "23505", "22001"})
    void aWrongQuestionIsOurFault(String state) {
        assertThat(Problems.of(new SQLException("no such table", state), "req_1")
                        .code())
                .isEqualTo(ProblemCode.INTERNAL);
        assertThat(Problems.of(new SQLException("who knows"), "req_1").code()).isEqualTo(ProblemCode.INTERNAL);
    }
}

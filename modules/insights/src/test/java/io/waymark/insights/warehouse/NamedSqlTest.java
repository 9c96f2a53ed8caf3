package io.waymark.insights.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NamedSqlTest {

    @Test
    void parametersBecomePlaceholdersAndCastsStay() {
        assertThat(NamedSql.parse("select :from::date, a::text from t where b = any (:list)")
                        .text())
                .isEqualTo("select ?::date, a::text from t where b = any (?)");
    }

    @Test
    void commentsMayContainColons() {
        assertThat(NamedSql.parse("-- note: :this is not one\nselect :that")
                        .text()
                        .strip())
                .isEqualTo("select ?");
    }

    @Test
    void aMissingFileIsABrokenProgram() {
        assertThatThrownBy(() -> NamedSql.resource("no-such-query")).isInstanceOf(IllegalStateException.class);
    }
}

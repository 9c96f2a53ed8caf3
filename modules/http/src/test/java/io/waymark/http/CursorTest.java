package io.waymark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Property
    void theValuesComeBack(@ForAll("values") List<String> values) {
        assertThat(Cursor.parse(Cursor.of(values), values.size())).isEqualTo(values);
        assertThat(Cursor.of(values)).matches("[A-Za-z0-9_-]*");
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.strings()
                .withCharRange(' ', 'ſ')
                .ofMaxLength(40)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Test
    void theCursorOfAnotherListIsRefused() {
        String cursor = Cursor.of(List.of("2017-01-01", "bkg_1"));

        assertThatThrownBy(() -> Cursor.parse(cursor, 3)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "ü", "a b", "=", "/*+"})
    void whatIsNoCursorIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, 2))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not a cursor");
    }

    @Test
    void aLimitIsANumberFromOneToTwoHundred() {
        assertThat(Cursor.limit("1")).isEqualTo(1);
        assertThat(Cursor.limit("200")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "", "ten", "1.5", "99999999999"})
    void anyOtherLimitIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.limit(text)).isInstanceOf(ProblemException.class);
    }
}

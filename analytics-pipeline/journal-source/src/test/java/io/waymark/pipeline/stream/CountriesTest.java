package io.waymark.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountriesTest {

    @Test
    void bothFormsOfACodeHaveTheSameName() {
        assertThat(Countries.name("PT")).isEqualTo("Portugal");
        assertThat(Countries.name("PRT")).isEqualTo("Portugal");
        assertThat(Countries.alpha3("PT")).isEqualTo("PRT");
    }

    @Test
    void anUnknownCodeIsItsOwnName() {
        assertThat(Countries.name("ZZ")).isEqualTo("ZZ");
        assertThat(Countries.alpha3("ZZ")).isEqualTo("ZZ");
    }
}

package io.waymark.launcher.replay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    @ParameterizedTest
    @CsvSource({"PRT,PT", "GBR,GB", "ATA,AQ", "GGY,GG", "SRB,RS", "TMP,TL", "TLS,TL", "CN,CN"})
    void aCountryOfTheDataIsKnownByTwoLetters(String code, String alpha2) {
        assertThat(Countries.alpha2(code)).isEqualTo(alpha2);
    }

    @Test
    void anUnknownCountryStaysUnknownAndAWrongOneIsNoted() {
        assertThat(Countries.alpha2(null)).isNull();
        assertThatThrownBy(() -> Countries.alpha2("PRX")).isInstanceOf(WrongValue.class);
    }
}

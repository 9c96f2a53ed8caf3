package io.waymark.insights.feed;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedPositionTest {

    @Property
    void aPositionComesBack(
            @ForAll @LongRange(max = 999_999_999_999_999_999L) long transaction,
            @ForAll @LongRange(max = 999_999_999_999_999_999L) long ordering) {
        FeedPosition position = new FeedPosition(transaction, ordering);

        assertThat(FeedPosition.parse(position.text())).hasValue(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "-1-1", "1-1;", "a-b", "1-99999999999999999999"})
    void anythingElseIsNone(String text) {
        assertThat(FeedPosition.parse(text)).isEmpty();
    }
}

package io.waymark.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JournalPositionTest {

    @Property
    void theTransactionDecidesAndThenTheRow(@ForAll long txId, @ForAll long ordering, @ForAll long otherOrdering) {
        var position = new JournalPosition(txId, ordering);

        assertThat(position.compareTo(new JournalPosition(txId, otherOrdering)))
                .isEqualTo(Long.compare(ordering, otherOrdering));
        if (txId != -1) {
            assertThat(position).isLessThan(new JournalPosition(txId + 1, otherOrdering));
        }
    }

    /** PostgreSQL's xid8 has no sign: the transaction behind the largest long is a later one. */
    @Test
    void transactionsAreNumberedWithoutASign() {
        var last = new JournalPosition(Long.MAX_VALUE, 5);
        var next = new JournalPosition(Long.MIN_VALUE, 1);

        assertThat(last).isLessThan(next);
        assertThat(next).hasToString("9223372036854775808:1");
        assertThat(JournalPosition.START).isLessThanOrEqualTo(last);
    }

    @Property
    void aPositionIsReadAsItWasWritten(@ForAll long txId, @ForAll long ordering) {
        var position = new JournalPosition(txId, ordering);

        assertThat(JournalPosition.parse(position.toString())).isEqualTo(position);
    }

    @Test
    void whatIsNoPositionIsRefused() {
        assertThatThrownBy(() -> JournalPosition.parse("7:")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> JournalPosition.parse("garbage")).isInstanceOf(IndexOutOfBoundsException.class);
    }
}

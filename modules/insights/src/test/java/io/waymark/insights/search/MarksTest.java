package io.waymark.insights.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.insights.search.Marks.Fragment;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void positionsAreThoseOfTheTextWithoutTags() {
        assertThat(Fragment.parse("Casa \uE000Uno\uE001 e \uE000due\uE001"))
                .isEqualTo(new Fragment("Casa Uno e due", List.of(List.of(5, 8), List.of(11, 14))));
    }

    @Test
    void markupIsTextLikeAnyOther() {
        assertThat(Fragment.parse("<b>\uE000&lt;\uE001").text()).isEqualTo("<b>&lt;");
    }

    @Test
    void fieldsAreNamedAsInTheHit() {
        assertThat(Marks.of(Map.of("propertyName.folded", List.of("x")))).containsOnlyKeys("propertyName");
    }

    @Property
    void marksNeverLeaveTheText(@ForAll @Chars({'\uE000', '\uE001', 'a', 'b'}) String tagged) {
        Fragment fragment = Fragment.parse(tagged);

        assertThat(fragment.text()).doesNotContain(Marks.START, Marks.END);
        int before = 0;
        for (List<Integer> mark : fragment.marks()) {
            assertThat(mark.getFirst()).isGreaterThanOrEqualTo(before).isLessThan(mark.getLast());
            before = mark.getLast();
        }
        assertThat(before).isLessThanOrEqualTo(fragment.text().length());
    }
}

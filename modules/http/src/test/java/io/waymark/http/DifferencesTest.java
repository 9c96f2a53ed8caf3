package io.waymark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void whatIsEqualHasNone() {
        assertThat(between("{'a':{'b':[1,2]}}", "{'a':{'b':[1,2]}}")).isEmpty();
    }

    @Test
    void aChangedValueIsNamedByItsPointer() {
        assertThat(between(
                        "{'total':{'amountMinor':100,'currency':'EUR'}}",
                        "{'total':{'amountMinor':90,'currency':'EUR'}}"))
                .containsExactly("/total/amountMinor 100 90");
    }

    @Test
    void whatIsNewHasNoBeforeAndWhatIsGoneNoAfter() {
        assertThat(between("{'old':1}", "{'new':{'x':2}}")).containsExactly("/old 1 null", "/new null {\"x\":2}");
    }

    @Test
    void listsAreComparedPlaceByPlace() {
        assertThat(between("{'rooms':[{'line':1},{'line':2}]}", "{'rooms':[{'line':1},{'line':3},{'line':4}]}"))
                .containsExactly("/rooms/1/line 2 3", "/rooms/2 null {\"line\":4}");
        assertThat(between("[1,2]", "[1]")).containsExactly("/1 2 null");
    }

    @Test
    void aValueOfAnotherKindIsOneChange() {
        assertThat(between("{'a':{'b':1}}", "{'a':[1]}")).containsExactly("/a {\"b\":1} [1]");
    }

    @Test
    void slashesAndTildesInNamesAreEscaped() {
        assertThat(between("{'a/b':1,'c~d':1}", "{'a/b':2,'c~d':2}")).containsExactly("/a~1b 1 2", "/c~0d 1 2");
    }

    private static List<String> between(String before, String after) {
        return Differences.between(tree(before), tree(after)).stream()
                .map(change -> change.path() + " " + change.before() + " " + change.after())
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return HttpJson.MAPPER.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

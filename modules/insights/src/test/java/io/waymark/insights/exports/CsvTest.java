package io.waymark.insights.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.insights.exports.Csv.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String DANGEROUS = "=+-@\t\r";

    @Property
    void anyTextsComeBackAndNoneIsAFormula(
            @ForAll @Size(min = 1, max = 6)
                    List<@Chars({'=', '+', '-', '@', '\t', '\r', '\n', '"', ',', '\'', 'a', ' '}) String> texts) {
        String line = Csv.line(texts.stream().<Cell>map(Cell.Text::new).toList());

        List<String> read = parse(line);

        assertThat(read).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            String cell = read.get(i);
            assertThat(cell.isEmpty() || DANGEROUS.indexOf(cell.charAt(0)) < 0).isTrue();
            assertThat(cell).isIn(texts.get(i), "'" + texts.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void whatLooksLikeAFormulaGetsAnApostrophe(String text) {
        assertThat(parse(Csv.line(List.of(new Cell.Text(text))))).containsExactly("'" + text);
    }

    @Test
    void numbersStayNumbers() {
        assertThat(Csv.line(List.of(new Cell.Amount(new BigDecimal("-1E+3")), new Cell.Amount(null))))
                .isEqualTo("-1000,\r\n");
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        assertThat(Csv.line(List.of(new Cell.Text("a=b"), new Cell.Text(null), new Cell.Text("it's"))))
                .isEqualTo("a=b,,it's\r\n");
    }

    /** RFC 4180, read by somebody else than its writer. */
    private static List<String> parse(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String content = line.substring(0, line.length() - 2);
        for (int i = 0; i < content.length(); i++) {
            char letter = content.charAt(i);
            if (quoted && letter == '"' && i + 1 < content.length() && content.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

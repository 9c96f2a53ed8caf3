package io.waymark.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/journal.md is the journal's page for everyone who reads it by SQL: it names every event, every field of every
 * record in it and every constant, and nothing that does not exist.
 */
class JournalPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "journal.md");
    private static final Pattern EVENT_HEADING = Pattern.compile("^#### `([^`]+)`$", Pattern.MULTILINE);

    @Test
    void everyEventHasItsHeadingAndNoOtherHas() throws IOException {
        assertThat(EVENT_HEADING.matcher(Files.readString(PAGE)).results().map(heading -> heading.group(1)))
                .containsExactlyInAnyOrderElementsOf(EventCatalog.all().names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFieldOfAnEventIsInItsSection(String name) throws IOException {
        Class<? extends Event> type = EventCatalog.all().type(name).orElseThrow();

        assertThat(fields(section("#### `" + name + "`"))).isEqualTo(described(type.getRecordComponents()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFieldOfTheRecordsInsideAnEventIsInTheirSection(String name) throws IOException {
        Class<? extends Event> type = EventCatalog.all().type(name).orElseThrow();
        for (Map.Entry<Class<?>, List<RecordComponent>> inside :
                Shape.records(type).entrySet()) {
            if (inside.getKey() != type) {
                assertThat(fields(section("#### " + heading(inside.getKey()))))
                        .isEqualTo(described(inside.getValue().toArray(RecordComponent[]::new)));
            }
        }
    }

    @Test
    void everyFieldOfTheCircumstancesIsDescribed() throws IOException {
        assertThat(fields(section("## Meta"))).isEqualTo(described(Meta.class.getRecordComponents()));
    }

    @Test
    void everyConstantIsNamed() throws IOException {
        String page = Files.readString(PAGE);
        List<Class<?>> types = EventCatalog.all().names().stream()
                .<Class<?>>map(name -> EventCatalog.all().type(name).orElseThrow())
                .toList();

        Shape.constants(types)
                .values()
                .forEach(constants ->
                        constants.forEach(constant -> assertThat(page).contains("`" + constant + "`")));
    }

    /** The record with the type around it, as in the source: {@code BookingDetails.Sale}. */
    private static String heading(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    static List<String> names() {
        return EventCatalog.all().names().stream().sorted().toList();
    }

    /** The first cells of the section's table: {@code name} or {@code name?} where the field is optional. */
    private static List<String> fields(String section) {
        return Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1))
                .sorted()
                .toList();
    }

    private static List<String> described(RecordComponent... components) {
        return List.of(components).stream()
                .map(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        ? component.getName() + "?"
                        : component.getName())
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }

    /** What stands under this heading, up to the next one. */
    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n" + heading + "\n");
        assertThat(start).as("docs/journal.md has the heading " + heading).isNotNegative();
        int end = page.indexOf("\n#", start + heading.length() + 2);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}

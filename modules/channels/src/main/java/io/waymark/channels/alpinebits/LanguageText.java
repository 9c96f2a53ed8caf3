package io.waymark.channels.alpinebits;

import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text in one language and format.
 *
 * @param format PlainText or HTML
 */
public record LanguageText(@Nullable String language, String format, String text) {

    private static final String PLAIN_TEXT = "PlainText";
    private static final String HTML = "HTML";

    public static LanguageText of(XmlElement element) {
        return new LanguageText(element.attribute("Language"), element.required("TextFormat"), element.text());
    }

    public XmlElement xml(String name) {
        return XmlElement.named(name)
                .with("TextFormat", format)
                .with("Language", language)
                .text(text)
                .build();
    }

    /** The rule that there is one text for a language and format. */
    public static List<Violation> duplicates(String what, List<LanguageText> texts) {
        List<Violation> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (LanguageText text : texts) {
            if (!seen.add(text.language + "/" + text.format)) {
                found.add(Violation.value(what + " has more than one text with Language " + text.language
                        + " and TextFormat " + text.format));
            }
        }
        return found;
    }

    /** The rule that who cannot show HTML finds the same text plain. */
    public static List<Violation> withoutPlainText(String what, List<LanguageText> texts) {
        List<Violation> found = new ArrayList<>();
        for (LanguageText text : texts) {
            boolean plain = texts.stream()
                    .anyMatch(other -> other.format.equals(PLAIN_TEXT)
                            && String.valueOf(other.language).equals(String.valueOf(text.language)));
            if (text.format.equals(HTML) && !plain) {
                found.add(Violation.value(what + " in HTML needs the same as PlainText in Language " + text.language));
            }
        }
        return found;
    }
}

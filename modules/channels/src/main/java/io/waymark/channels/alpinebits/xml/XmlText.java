package io.waymark.channels.alpinebits.xml;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Elements as a document in UTF-8. */
public final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /** A whole document; the root element gets AlpineBits' namespace. */
    public static byte[] document(XmlElement root) {
        StringBuilder out = new StringBuilder(4096).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(root, " xmlns=\"" + AlpineBitsXml.NAMESPACE + "\"", out);
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(XmlElement element, String namespace, StringBuilder out) {
        out.append('<').append(element.name()).append(namespace);
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.append(' ').append(attribute.getKey()).append("=\"");
            escape(attribute.getValue(), true, out);
            out.append('"');
        }
        if (element.children().isEmpty() && element.text().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        escape(element.text(), false, out);
        for (XmlElement child : element.children()) {
            write(child, "", out);
        }
        out.append("</").append(element.name()).append('>');
    }

    private static void escape(String text, boolean attribute, StringBuilder out) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\t', '\n' -> {
                    if (attribute) {
                        out.append("&#").append(character).append(';');
                    } else {
                        out.appendCodePoint(character);
                    }
                }
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(allowed(character) ? character : REPLACEMENT);
            }
        }
    }

    /** What XML 1.0 can carry at all: no control characters, no halves of a pair, no non-characters. */
    private static boolean allowed(int character) {
        return (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }
}

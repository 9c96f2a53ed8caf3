package io.waymark.channels.alpinebits.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects parser events into elements, and stops at the first fault or limit. */
final class TreeBuilder extends DefaultHandler {

    private static final int LONGEST_REASON = 500;

    private final XmlLimits limits;
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;
    private @Nullable Locator locator;
    private @Nullable XmlElement root;

    TreeBuilder(XmlLimits limits) {
        this.limits = limits;
    }

    /** The document breaks the schema. */
    static final class NotValid extends SAXException {

        private static final long serialVersionUID = 1;

        private final String reason;

        NotValid(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private record Open(
            String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text, int line) {}

    XmlElement root() {
        return Objects.requireNonNull(root, "the document has ended");
    }

    static String sentence(SAXParseException fault) {
        String message = String.valueOf(fault.getMessage());
        // Xerces begins with the number of the clause of the specification, which tells the sender nothing.
        int colon = message.indexOf(": ");
        String text = message.startsWith("cvc-") && colon > 0 ? message.substring(colon + 2) : message;
        String bounded = text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
        return "line " + fault.getLineNumber() + ", column " + fault.getColumnNumber() + ": "
                + bounded.replace("\"" + AlpineBitsXml.NAMESPACE + "\":", "");
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes)
            throws SAXException {
        if (open.size() >= limits.depth()) {
            throw new SAXParseException("elements are nested deeper than " + limits.depth() + " levels", locator);
        }
        if (++elements > limits.elements()) {
            throw new SAXParseException("there are more than " + limits.elements() + " elements", locator);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            // Attributes of AlpineBits have no namespace; those that have one speak to XML tools.
            if (attributes.getURI(i).isEmpty()) {
                values.put(attributes.getLocalName(i), attributes.getValue(i));
            }
        }
        int line = locator == null ? 0 : locator.getLineNumber();
        open.push(new Open(localName, values, new ArrayList<>(), new StringBuilder(), line));
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        @Nullable Open element = open.peek();
        if (element != null) {
            element.text().append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        Open ended = open.pop();
        XmlElement element = new XmlElement(
                ended.name(),
                ended.attributes(),
                ended.children(),
                ended.text().toString().strip(),
                ended.line());
        @Nullable Open parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children().add(element);
        }
    }

    @Override
    public void error(SAXParseException fault) throws SAXException {
        throw new NotValid(sentence(fault));
    }

    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
        throw fault;
    }

    @Override
    public InputSource resolveEntity(@Nullable String publicId, @Nullable String systemId) throws SAXException {
        throw new SAXParseException("external entities are not allowed", locator);
    }
}

package io.waymark.channels.alpinebits.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document that has been read, or is going to be written.
 *
 * @param name without namespace: AlpineBits has one only
 * @param attributes in the order of the document
 * @param text the element's own text, trimmed; empty where there is none
 * @param line where it begins in the document it was read from; 0 for an element of our own
 */
public record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, String text, int line) {

    public XmlElement {
        attributes = Collections.unmodifiableMap(attributes);
        children = List.copyOf(children);
    }

    /** Starts an element of our own. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The attribute's value, or null where it is absent. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The value of an attribute that the schema requires. */
    public String required(String attribute) {
        @Nullable String value = attributes.get(attribute);
        if (value == null) {
            throw new IllegalStateException(name + " has no " + attribute + ": the document was not validated");
        }
        return value;
    }

    public @Nullable Integer integer(String attribute) {
        @Nullable String value = attributes.get(attribute);
        return value == null ? null : Values.integer(value);
    }

    public @Nullable Boolean bool(String attribute) {
        @Nullable String value = attributes.get(attribute);
        return value == null ? null : Values.bool(value);
    }

    /** The first child of that name, or null. */
    public @Nullable XmlElement child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** The child of that name, which the schema requires. */
    public XmlElement only(String childName) {
        @Nullable XmlElement child = child(childName);
        if (child == null) {
            throw new IllegalStateException(name + " has no " + childName + ": the document was not validated");
        }
        return child;
    }

    /** The element that is reached by going down these names, or null. */
    public @Nullable XmlElement path(String... names) {
        @Nullable XmlElement element = this;
        for (String step : names) {
            element = element == null ? null : element.child(step);
        }
        return element;
    }

    /** All children of that name, in order. */
    public List<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** All elements that are reached by going down these names. */
    public List<XmlElement> all(String... names) {
        List<XmlElement> reached = List.of(this);
        for (String step : names) {
            reached = reached.stream()
                    .flatMap(element -> element.children(step).stream())
                    .toList();
        }
        return reached;
    }

    /** Collects an element. What is null is left out. */
    public static final class Builder {

        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<XmlElement> children = new ArrayList<>();
        private String text = "";

        private Builder(String name) {
            this.name = name;
        }

        public Builder with(String attribute, @Nullable Object value) {
            if (value != null) {
                attributes.put(attribute, value.toString());
            }
            return this;
        }

        public Builder add(@Nullable XmlElement child) {
            if (child != null) {
                children.add(child);
            }
            return this;
        }

        public Builder add(Builder child) {
            return add(child.build());
        }

        public Builder addAll(List<XmlElement> elements) {
            children.addAll(elements);
            return this;
        }

        public Builder text(@Nullable String content) {
            text = content == null ? "" : content;
            return this;
        }

        public XmlElement build() {
            return new XmlElement(name, attributes, children, text, 0);
        }

        /** The element, or null where it would have neither attribute, child nor text. */
        public @Nullable XmlElement unlessEmpty() {
            return attributes.isEmpty() && children.isEmpty() && text.isEmpty() ? null : build();
        }
    }
}

package io.waymark.channels.alpinebits;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.channels.alpinebits.xml.XmlReading;
import io.waymark.channels.alpinebits.xml.XmlText;

/** Sends documents through bytes and the schema and back. */
public final class Wire {

    private static final AlpineBitsXml XML = new AlpineBitsXml(XmlLimits.STANDARD);

    private Wire() {}

    /** The document as the other side reads it; the schema must allow it. */
    public static XmlElement over(XmlElement document) {
        return read(XmlText.document(document));
    }

    public static XmlElement read(byte[] document) {
        XmlReading reading = XML.read(document);
        assertThat(reading).isInstanceOf(XmlReading.Valid.class);
        return ((XmlReading.Valid) reading).root();
    }
}

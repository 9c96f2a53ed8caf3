package io.waymark.channels.alpinebits.xml;

import io.waymark.channels.alpinebits.xml.XmlReading.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Reads documents of strangers: parsed and validated in one pass, against the schema that is shipped with us.
 *
 * <p>Documents with a DOCTYPE are refused, so there are no entities to expand and nothing is ever fetched. Safe for many
 * threads.
 */
public final class AlpineBitsXml {

    /** The namespace of every element. */
    public static final String NAMESPACE = "http://www.opentravel.org/OTA/2003/05";

    private static final String SCHEMA = "/io/waymark/channels/alpinebits/alpinebits-2020-10.xsd";

    private final SAXParserFactory parsers;
    private final XmlLimits limits;

    public AlpineBitsXml(XmlLimits limits) {
        this.parsers = parsers(schema());
        this.limits = limits;
    }

    /** Reads and validates. Never throws for what is in the document. */
    public XmlReading read(byte[] document) {
        TreeBuilder tree = new TreeBuilder(limits);
        try {
            XMLReader reader = reader();
            reader.setContentHandler(tree);
            reader.setErrorHandler(tree);
            reader.setEntityResolver(tree);
            reader.parse(new InputSource(new ByteArrayInputStream(document)));
            return new XmlReading.Valid(tree.root());
        } catch (TreeBuilder.NotValid e) {
            return new XmlReading.Refused(Fault.NOT_VALID, e.reason());
        } catch (SAXParseException e) {
            return new XmlReading.Refused(Fault.MALFORMED, TreeBuilder.sentence(e));
        } catch (SAXException | IOException e) {
            // Broken byte sequences arrive as IOException; the message may name classes and stays inside.
            return new XmlReading.Refused(Fault.MALFORMED, "the document is not well-formed XML");
        }
    }

    private XMLReader reader() throws SAXException {
        try {
            SAXParser parser;
            synchronized (parsers) {
                parser = parsers.newSAXParser();
            }
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return parser.getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java platform cannot parse XML safely", e);
        }
    }

    private static SAXParserFactory parsers(Schema schema) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setSchema(schema);
            return factory;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("this Java platform cannot parse XML safely", e);
        }
    }

    private static Schema schema() {
        URL location = Objects.requireNonNull(AlpineBitsXml.class.getResource(SCHEMA), SCHEMA);
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new javax.xml.transform.stream.StreamSource(location.openStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException("the schema that we ship is broken", e);
        }
    }
}

package io.waymark.channels.alpinebits.xml;

/** What came of reading a document. */
public sealed interface XmlReading {

    /** The document is valid against the schema. */
    record Valid(XmlElement root) implements XmlReading {}

    /**
     * The document cannot be used.
     *
     * @param reason one sentence that the sender can act on, with line and column where they are known
     */
    record Refused(Fault fault, String reason) implements XmlReading {}

    /** What kind of fault a document has. */
    enum Fault {
        /** It is not XML, or is XML with a document type, or is nested too deeply. */
        MALFORMED,
        /** It is XML that the schema of AlpineBits 2020-10 does not allow. */
        NOT_VALID
    }
}

package io.waymark.channels.alpinebits.xml;

/**
 * How much a document may ask of us. Its size is bounded before it gets here.
 *
 * @param depth deepest nesting of elements; the schema itself needs less than 20
 * @param elements most elements in a document
 */
public record XmlLimits(int depth, int elements) {

    public static final XmlLimits STANDARD = new XmlLimits(40, 1_000_000);
}

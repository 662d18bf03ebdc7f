package io.faceline.evaluation.plot;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Builds an SVG document; the XML writer escapes text. */
final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Svg(double width, double height, String title, String style) {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        start("svg", "xmlns", NAMESPACE, "viewBox", "0 0 " + number(width) + " " + number(height), "role", "img");
        attributes("width", number(width), "height", number(height));
        element("title", title);
        element("style", style);
    }

    /** @param attributes name, value, name, value … */
    void start(String name, String... attributes) {
        try {
            xml.writeStartElement(name);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        attributes(attributes);
    }

    void end() {
        try {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    void element(String name, String content, String... attributes) {
        start(name, attributes);
        try {
            xml.writeCharacters(content);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        end();
    }

    String finish() {
        end();
        return text.toString();
    }

    /** Formats with at most one decimal. */
    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    void attributes(String... attributes) {
        try {
            for (var i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("cannot write XML to a string", e);
    }
}

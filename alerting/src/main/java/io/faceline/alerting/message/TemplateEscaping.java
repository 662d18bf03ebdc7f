package io.faceline.alerting.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a value is written within a text of a content type, so that it stays a value. */
enum TemplateEscaping {
    /** Within a string of JSON. */
    JSON {
        @Override
        String escape(String value) {
            var escaped = new StringBuilder();
            value.chars().forEach(unit -> json(escaped, (char) unit));
            return escaped.toString();
        }
    },
    /** Within text or a quoted attribute of XML and HTML. */
    MARKUP {
        @Override
        String escape(String value) {
            return singleLine(value)
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    },
    FORM {
        @Override
        String escape(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    },
    /** Nothing has a meaning but the end of a line. */
    PLAIN {
        @Override
        String escape(String value) {
            return singleLine(value);
        }
    };

    abstract String escape(String value);

    static TemplateEscaping of(String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.endsWith("json")) {
            return JSON;
        }
        if (type.endsWith("xml") || type.endsWith("html")) {
            return MARKUP;
        }
        return type.endsWith("x-www-form-urlencoded") ? FORM : PLAIN;
    }

    private static void json(StringBuilder text, char unit) {
        switch (unit) {
            case '"', '\\' -> text.append('\\').append(unit);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                // The end of a script, for pages that hold the JSON; and what Java Script takes for the end of a line.
                if (unit < ' ' || unit == '<' || unit == '\u2028' || unit == '\u2029' || Character.isSurrogate(unit)) {
                    text.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                } else {
                    text.append(unit);
                }
            }
        }
    }

    private static String singleLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}

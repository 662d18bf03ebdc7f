package io.faceline.contracts.serde;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Reads text that can be written again. Jackson reads invalid UTF-8 as halves of characters, and fails when they are
 * written: what a stranger wrote would stop a stage at its output.
 */
final class WellFormedText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;

    WellFormedText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(in, context);
        if (text != null && !isWellFormed(text)) {
            throw new IllegalArgumentException("a text holds half a character");
        }
        return text;
    }

    private static boolean isWellFormed(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().noneMatch(character -> Character.getType(character) == Character.SURROGATE);
            }
        }
        return true;
    }
}

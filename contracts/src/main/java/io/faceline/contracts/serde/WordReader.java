package io.faceline.contracts.serde;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the constants of an enum that may grow. A word that a newer version added is read as unknown: the rest of the
 * record is as good as ever, and somebody waits for it.
 */
final class WordReader<E extends Enum<E>> extends StdScalarDeserializer<E> {
    private static final long serialVersionUID = 1;

    private final transient Map<String, E> constants;
    private final transient Function<String, String> nameOf;
    private final E unknown;

    /** @param nameOf the name of the constant that is written as this word */
    WordReader(Class<E> type, Function<String, String> nameOf, E unknown) {
        super(type);
        this.constants = EnumSet.allOf(type).stream().collect(Collectors.toMap(Enum::name, Function.identity()));
        this.nameOf = nameOf;
        this.unknown = unknown;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            return (E) context.handleUnexpectedToken(handledType(), in);
        }
        return constants.getOrDefault(nameOf.apply(in.getText()), unknown);
    }
}

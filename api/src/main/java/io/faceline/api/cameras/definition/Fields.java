package io.faceline.api.cameras.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.runtime.http.ProblemException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The fields of an object that a person wrote. Each is read with what it was before, which it stays if it is not given. Every
 * problem names its field and does not repeat its value.
 */
public final class Fields {
    private final ObjectNode object;
    private final boolean isText;

    private Fields(ObjectNode object, boolean isText) {
        this.object = object;
        this.isText = isText;
    }

    /** Of a request, with numbers and booleans as JSON has them. */
    public static Fields ofJson(ObjectNode object) {
        return new Fields(object, false);
    }

    /** Of a file whose values are all texts, also numbers and booleans; an empty one counts as not given. */
    public static Fields ofTexts(ObjectNode object) {
        var given = object.deepCopy();
        given.properties()
                .removeIf(field -> field.getValue().isTextual()
                        && field.getValue().textValue().isBlank());
        return new Fields(given, true);
    }

    /** @throws ProblemException that names a field that is none of these */
    void requireKnown(Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw badRequest("there is no field \"" + name + "\"; there are " + String.join(", ", known));
            }
        });
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** Whether it is given and null, which removes what was there. */
    boolean isNull(String name) {
        return object.path(name).isNull();
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    /** @return what it was before if it is not given; null if it is removed */
    String text(String name, String before) {
        return value(name, before, node -> node.isTextual() ? node.textValue() : null, "a text");
    }

    double number(String name, double before) {
        return required(name, value(name, before, this::number, "a number"));
    }

    Double optionalNumber(String name, Double before) {
        return value(name, before, this::number, "a number");
    }

    int whole(String name, int before) {
        return required(name, value(name, before, this::whole, "a whole number"));
    }

    Integer optionalWhole(String name, Integer before) {
        return value(name, before, this::whole, "a whole number");
    }

    boolean flag(String name, boolean before) {
        return required(name, value(name, before, this::flag, "true or false"));
    }

    private <T> T value(String name, T before, Function<JsonNode, T> parse, String expected) {
        if (!has(name)) {
            return before;
        }
        if (isNull(name)) {
            return null;
        }
        var value = parse.apply(node(name));
        if (value == null) {
            throw badRequest(name + ": it must be " + expected);
        }
        return value;
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw badRequest(name + ": it cannot be removed; leave it out to keep it as it is");
        }
        return value;
    }

    private Double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return isText ? parsed(node, Double::valueOf) : null;
    }

    private Integer whole(JsonNode node) {
        if (node.canConvertToExactIntegral() && node.canConvertToInt()) {
            return node.intValue();
        }
        return isText ? parsed(node, Integer::valueOf) : null;
    }

    private Boolean flag(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        var isFlag = isText && Set.of("true", "false").contains(node.asText());
        return isFlag ? Boolean.valueOf(node.asText()) : null;
    }

    private static <T> T parsed(JsonNode node, Function<String, T> parse) {
        try {
            return parse.apply(node.asText());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** @throws ProblemException that names the field whose value is refused */
    static <T> T in(String field, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw badRequest(field + ": " + e.getMessage());
        }
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(400, "BAD_REQUEST", detail);
    }
}

package io.faceline.alerting.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields of an object that a person wrote. Each problem names its field. What is null counts as not given. */
public final class Fields {
    private final ObjectNode object;
    private final String path;
    private final boolean isText;

    private Fields(ObjectNode object, String path, boolean isText) {
        this.object = object;
        this.path = path;
        this.isText = isText;
    }

    /** Of a request, with numbers and booleans as JSON has them. */
    public static Fields ofJson(ObjectNode object) {
        return new Fields(object, "", false);
    }

    /** Of a file whose values are all texts, also numbers and booleans; an empty one counts as not given. */
    static Fields ofTexts(ObjectNode object) {
        return new Fields(object, "", true);
    }

    /** @throws DefinitionException that names a field that is none of these */
    void requireKnown(Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw fault("there is no field \"" + name + "\"; there are " + String.join(", ", new TreeSet<>(known)));
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

    Optional<String> text(String name) {
        return value(name, node -> node.isTextual() ? node.textValue() : null, "a text");
    }

    String requiredText(String name, String example) {
        return text(name).orElseThrow(() -> missing(name, example));
    }

    Optional<Double> number(String name) {
        return value(name, this::number, "a number");
    }

    Optional<Integer> whole(String name) {
        return value(name, this::whole, "a whole number");
    }

    List<Integer> wholes(String name) {
        var numbers = new ArrayList<Integer>();
        for (var node : list(name)) {
            var number = whole(node);
            if (number == null) {
                throw fault(name, "it must be a list of whole numbers");
            }
            numbers.add(number);
        }
        return numbers;
    }

    boolean flag(String name, boolean otherwise) {
        return value(name, this::flag, "true or false").orElse(otherwise);
    }

    /** One of the words of an enum, in upper or lower case. UNKNOWN is none: it is only read. */
    <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        return text(name).map(text -> word(at(name), text, type));
    }

    <E extends Enum<E>> List<E> words(String name, Class<E> type) {
        return texts(name).stream().map(text -> word(at(name), text, type)).toList();
    }

    Optional<LocalTime> time(String name) {
        return text(name).map(text -> time(at(name), text));
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var node : list(name)) {
            if (!node.isTextual()) {
                throw fault(name, "it must be a list of texts");
            }
            texts.add(node.textValue());
        }
        return texts;
    }

    Optional<Fields> object(String name) {
        return value(
                name,
                node -> node instanceof ObjectNode inner ? new Fields(inner, at(name), isText) : null,
                "an object");
    }

    List<Fields> objects(String name) {
        var objects = new ArrayList<Fields>();
        for (var node : list(name)) {
            var where = at(name) + "[" + objects.size() + "]";
            if (!(node instanceof ObjectNode inner)) {
                throw new DefinitionException(where, "it must have fields, such as id and name");
            }
            objects.add(new Fields(inner, where, isText));
        }
        return objects;
    }

    /** Makes a record, whose own checks name the field. */
    <T> T make(Supplier<T> record) {
        return checked(path, record);
    }

    /** Makes the value of a field. */
    <T> T in(String name, Supplier<T> value) {
        return checked(at(name), value);
    }

    DefinitionException fault(String reason) {
        return new DefinitionException(path, reason);
    }

    DefinitionException fault(String name, String reason) {
        return new DefinitionException(at(name), reason);
    }

    DefinitionException missing(String name, String example) {
        return fault(name, "it is missing; such as " + example);
    }

    private static <T> T checked(String where, Supplier<T> value) {
        try {
            return value.get();
        } catch (DefinitionException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new DefinitionException(where, String.valueOf(e.getMessage()));
        }
    }

    private List<JsonNode> list(String name) {
        return value(name, node -> node.isArray() ? node.valueStream().toList() : null, "a list")
                .orElse(List.of());
    }

    private <T> Optional<T> value(String name, Function<JsonNode, @Nullable T> parse, String expected) {
        if (!isGiven(name)) {
            return Optional.empty();
        }
        var value = parse.apply(object.path(name));
        if (value == null) {
            throw fault(name, "it must be " + expected);
        }
        return Optional.of(value);
    }

    private boolean isGiven(String name) {
        var node = object.path(name);
        return !node.isMissingNode()
                && !node.isNull()
                && !(isText && node.isTextual() && node.textValue().isEmpty());
    }

    private @Nullable Double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return isText ? parsed(node, Double::valueOf) : null;
    }

    private @Nullable Integer whole(JsonNode node) {
        if (node.canConvertToExactIntegral() && node.canConvertToInt()) {
            return node.intValue();
        }
        return isText ? parsed(node, Integer::valueOf) : null;
    }

    private @Nullable Boolean flag(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        var isFlag = isText && Set.of("true", "false").contains(node.asText());
        return isFlag ? Boolean.valueOf(node.asText()) : null;
    }

    private static <T> @Nullable T parsed(JsonNode node, Function<String, T> parse) {
        try {
            return parse.apply(node.asText());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> E word(String where, String text, Class<E> type) {
        var known = Arrays.stream(type.getEnumConstants())
                .filter(word -> !word.name().equals("UNKNOWN"))
                .toList();
        return known.stream()
                .filter(word -> word.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new DefinitionException(
                        where,
                        "it must be one of "
                                + String.join(
                                        ", ", known.stream().map(Enum::name).toList())));
    }

    private static LocalTime time(String where, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new DefinitionException(where, "it must be a time of the day such as 22:00; midnight is 00:00");
        }
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

package io.faceline.contracts.schema;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.serde.Mappers;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields that the components of a record are written as, by their path as in {@link SchemaFields}. */
final class RecordFields {
    private final Map<String, Field> fields = new TreeMap<>();

    private final Set<String> omittable = new TreeSet<>();

    /**
     * What a component is written as.
     *
     * @param types of JSON
     * @param words of an enum
     */
    record Field(Set<String> types, Set<String> words) {}

    private RecordFields() {}

    static Map<String, Field> of(Class<? extends Record> type) {
        var reader = new RecordFields();
        reader.addComponents("", type, Map.of());
        return reader.fields;
    }

    /** The paths of those that are left out when they are absent. */
    static Set<String> omittable(Class<? extends Record> type) {
        var reader = new RecordFields();
        reader.addComponents("", type, Map.of());
        return reader.omittable;
    }

    private void addComponents(String path, Class<?> type, Map<Type, Type> bound) {
        for (var component : type.getRecordComponents()) {
            var name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            if (component.isAnnotationPresent(OmittedIfAbsent.class)) {
                omittable.add(name);
            }
            add(name, bound.getOrDefault(component.getGenericType(), component.getGenericType()), bound);
        }
    }

    private void add(String path, Type type, Map<Type, Type> outer) {
        var raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        var bound = bound(type, raw, outer);
        if (List.class.equals(raw)) {
            put(path, "array", Set.of());
            add(path + "[]", bound.get(raw.getTypeParameters()[0]), bound);
        } else if (raw.isEnum()) {
            put(path, "string", words(raw));
        } else if (isText(raw)) {
            put(path, "string", Set.of());
        } else if (raw.isSealed()) {
            addCases(path, raw, bound);
        } else if (raw.isRecord()) {
            put(path, "object", Set.of());
            addComponents(path, raw, bound);
        } else {
            put(path, ofJson(raw), Set.of());
        }
    }

    private void addCases(String path, Class<?> sealed, Map<Type, Type> bound) {
        put(path, "object", Set.of());
        put(path + ".kind", "string", Set.of());
        for (var one : sealed.getPermittedSubclasses()) {
            var ofCase = new HashMap<Type, Type>();
            for (var i = 0; i < one.getTypeParameters().length; i++) {
                ofCase.put(one.getTypeParameters()[i], bound.get(sealed.getTypeParameters()[i]));
            }
            addComponents(path, one, ofCase);
        }
    }

    private static Map<Type, Type> bound(Type type, Class<?> raw, Map<Type, Type> outer) {
        var bound = new HashMap<Type, Type>();
        if (type instanceof ParameterizedType generic) {
            var names = raw.getTypeParameters();
            for (var i = 0; i < names.length; i++) {
                var argument = generic.getActualTypeArguments()[i];
                bound.put(names[i], argument instanceof TypeVariable<?> ? outer.get(argument) : argument);
            }
        }
        return bound;
    }

    private void put(String path, String type, Set<String> words) {
        fields.put(path, new Field(Set.of(type), words));
    }

    /** An id is a record of a text, and is written as that text. */
    private static boolean isText(Class<?> type) {
        if (!type.isRecord()) {
            return type.equals(String.class) || type.equals(Instant.class);
        }
        var components = type.getRecordComponents();
        return components.length == 1
                && components[0].getName().equals("value")
                && components[0].getGenericType().equals(String.class);
    }

    private static Set<String> words(Class<?> type) {
        var words = new TreeSet<String>();
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> words.add(Mappers.JSON.convertValue(constant, String.class)));
        return words;
    }

    private static String ofJson(Class<?> type) {
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return "boolean";
        }
        if (type.equals(double.class) || type.equals(Double.class)) {
            return "number";
        }
        if (type.equals(Map.class)) {
            return "object";
        }
        if (Set.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return "integer";
        }
        throw new AssertionError("what is " + type + " in JSON?");
    }
}

package io.faceline.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The fields that a JSON Schema describes, by their path from the record: {@code identity.person}, {@code tracks[]}. */
final class SchemaFields {
    private final JsonNode schema;
    private final Map<String, Field> fields = new TreeMap<>();

    /**
     * What the schema says of a field.
     *
     * @param types of JSON
     * @param words that an enum lists
     * @param isRequired whether it is always written
     * @param isOpen whether it may have other words than those
     * @param isDescribed whether it says what the field means
     */
    record Field(Set<String> types, Set<String> words, boolean isRequired, boolean isOpen, boolean isDescribed) {
        Set<String> typesOfValues() {
            var without = new TreeSet<>(types);
            without.remove("null");
            return without;
        }
    }

    private SchemaFields(JsonNode schema) {
        this.schema = schema;
    }

    static Map<String, Field> of(JsonNode schema) {
        var reader = new SchemaFields(schema);
        reader.addFields("", schema);
        return reader.fields;
    }

    private void addFields(String path, JsonNode node) {
        for (var kind : alternatives(node)) {
            var required = words(kind.path("required"));
            kind.path("properties").properties().forEach(entry -> {
                var name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                add(name, entry.getValue(), required.contains(entry.getKey()));
            });
            if (kind.has("items")) {
                add(path + "[]", kind.get("items"), true);
            }
        }
    }

    private void add(String path, JsonNode node, boolean isRequired) {
        var types = new TreeSet<String>();
        var listed = new TreeSet<String>();
        var isOpen = false;
        for (var kind : alternatives(node)) {
            listed.addAll(words(kind.path("enum")));
            if (kind.has("const")) {
                listed.add(kind.path("const").asText());
            }
            isOpen |= kind.path("type").asText().equals("string") && !kind.has("enum") && !kind.has("const");
            types.addAll(types(kind));
        }
        var found = new Field(types, listed, isRequired, isOpen, isDescribed(node));
        fields.merge(path, found, SchemaFields::both);
        addFields(path, node);
    }

    /** A field of several kinds of an object. */
    private static Field both(Field one, Field other) {
        return new Field(
                union(one.types, other.types),
                union(one.words, other.words),
                one.isRequired && other.isRequired,
                one.isOpen || other.isOpen,
                one.isDescribed && other.isDescribed);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    /** What a value may be: the node behind references, or each of several. */
    private Set<JsonNode> alternatives(JsonNode node) {
        var all = new HashSet<JsonNode>();
        var resolved = resolved(node);
        if (resolved.has("anyOf") || resolved.has("oneOf")) {
            resolved.path("anyOf").forEach(one -> all.addAll(alternatives(one)));
            resolved.path("oneOf").forEach(one -> all.addAll(alternatives(one)));
        } else {
            all.add(resolved);
        }
        return all;
    }

    private JsonNode resolved(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        var target = schema.at(node.get("$ref").asText().substring(1));
        if (target instanceof MissingNode) {
            throw new AssertionError("no definition " + node.get("$ref"));
        }
        return resolved(target);
    }

    private boolean isDescribed(JsonNode node) {
        return node.has("description") || (node.has("$ref") && resolved(node).has("description"));
    }

    private static Set<String> types(JsonNode kind) {
        if (kind.has("enum") || kind.has("const")) {
            return Set.of("string");
        }
        var type = kind.path("type");
        return type.isArray() ? words(type) : Set.of(type.asText());
    }

    private static Set<String> words(JsonNode list) {
        var found = new TreeSet<String>();
        StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).forEach(found::add);
        return found;
    }
}

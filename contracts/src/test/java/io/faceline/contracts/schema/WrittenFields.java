package io.faceline.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which fields some records have, by their path as in {@link SchemaFields}. */
final class WrittenFields {
    private final Map<String, Integer> objects = new HashMap<>();
    private final Map<String, Integer> fields = new HashMap<>();
    private final Set<String> nulls = new TreeSet<>();

    WrittenFields(Iterable<JsonNode> records) {
        records.forEach(record -> count("", record));
    }

    /** Those that are in every object that could have them. */
    Set<String> always() {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().equals(objects.get(parent(field.getKey()))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether any object was seen that could have the field. */
    boolean couldHave(String field) {
        return objects.containsKey(parent(field));
    }

    Set<String> sometimesNull() {
        return nulls;
    }

    private static String parent(String path) {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    private void count(String path, JsonNode node) {
        if (node.isObject()) {
            objects.merge(path, 1, Integer::sum);
            node.properties().forEach(entry -> {
                var name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                fields.merge(name, 1, Integer::sum);
                count(name, entry.getValue());
            });
        } else if (node.isArray()) {
            node.forEach(element -> count(path + "[]", element));
        } else if (node.isNull()) {
            nulls.add(path);
        }
    }
}

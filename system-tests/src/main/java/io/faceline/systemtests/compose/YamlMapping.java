package io.faceline.systemtests.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A YAML mapping in file order. Missing values are empty; values of another type are rejected. */
record YamlMapping(Map<?, ?> values) {
    static YamlMapping read(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return of(file.toString(), document);
        }
    }

    List<String> keys() {
        return values.keySet().stream().map(Object::toString).toList();
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    YamlMapping mapping(String key) {
        return of(key, values.get(key));
    }

    List<String> texts(String key) {
        if (values.get(key) == null) {
            return List.of();
        }
        if (values.get(key) instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        throw new IllegalArgumentException(key + " must be a list, was " + values.get(key));
    }

    /** The keys that Compose leaves to the environment that it runs in. */
    Set<String> withoutValue() {
        return keys().stream().filter(key -> value(key).isEmpty()).collect(Collectors.toSet());
    }

    /** Without the keys that Compose leaves to the environment that it runs in. */
    Map<String, String> asTexts() {
        var texts = new LinkedHashMap<String, String>();
        keys().forEach(key -> value(key).ifPresent(value -> texts.put(key, value)));
        return texts;
    }

    /** Empty also for a variable of the environment, which must be set if it ends in {@code :?} and a message. */
    private Optional<String> value(String key) {
        return text(key).filter(value -> !value.startsWith("${"));
    }

    private static YamlMapping of(String name, Object value) {
        if (value == null) {
            return new YamlMapping(Map.of());
        }
        if (value instanceof Map<?, ?> map) {
            return new YamlMapping(map);
        }
        throw new IllegalArgumentException(name + " must be a mapping, was " + value);
    }
}

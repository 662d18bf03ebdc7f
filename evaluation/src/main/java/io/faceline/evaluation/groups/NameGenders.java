package io.faceline.evaluation.groups;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The gender that a first name suggests, by a list of the first names of LFW that are clear. It is a guess about a group of
 * names, and says nothing about a person.
 */
final class NameGenders {
    private static final String LIST = "first-names.csv";

    private final Map<String, String> byName;

    private NameGenders(Map<String, String> byName) {
        this.byName = byName;
    }

    static NameGenders load() {
        try (var list = NameGenders.class.getResourceAsStream(LIST)) {
            var lines = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines();
            return new NameGenders(lines.skip(1)
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toUnmodifiableMap(fields -> fields[0], fields -> fields[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(LIST, e);
        }
    }

    /** @param person name of a folder, such as {@code Ada_Lovelace}; empty where the first name is not in the list */
    Optional<String> of(String person) {
        return Optional.ofNullable(byName.get(person.split("[_ ]", 2)[0]));
    }
}

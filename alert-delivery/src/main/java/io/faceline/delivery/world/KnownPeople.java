package io.faceline.delivery.world;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of the shared gallery; nothing but their names is kept of them. Not thread-safe. */
final class KnownPeople {
    private static final int MAX_MERGES = 100;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, PersonId> merged = new HashMap<>();

    void put(String key, @Nullable Person person) {
        names.remove(key);
        merged.remove(key);
        if (person == null || person.deleted() || !person.session().isShared()) {
            return;
        }
        var into = person.mergedInto();
        if (into == null) {
            names.put(key, person.name());
        } else {
            merged.put(key, into);
        }
    }

    /** Who it is after all merges; empty if nobody, as after a deletion. */
    Optional<PersonId> active(PersonId id) {
        var current = id;
        for (var merges = 0; merges < MAX_MERGES; merges++) {
            var into = merged.get(current.value());
            if (into == null) {
                return names.containsKey(current.value()) ? Optional.of(current) : Optional.empty();
            }
            current = into;
        }
        return Optional.empty();
    }

    /** Of an active person; the id if there is no name. */
    String name(PersonId id) {
        var name = names.getOrDefault(id.value(), "");
        return name.isBlank() ? id.value() : name;
    }
}

package io.faceline.standalone.evaluate;

import io.faceline.contracts.PersonId;
import java.util.HashMap;
import java.util.Map;

/** Ids for people who are known by the names of their folders, which may hold what an id may not. */
final class PersonIds {
    private final Map<String, PersonId> ids = new HashMap<>();

    PersonId of(String name) {
        return ids.computeIfAbsent(name, unseen -> new PersonId("person/" + ids.size()));
    }
}

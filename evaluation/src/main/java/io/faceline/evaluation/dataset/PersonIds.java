package io.faceline.evaluation.dataset;

import io.faceline.contracts.identity.PersonId;
import java.util.HashMap;
import java.util.Map;

/** Assigns ids to people by the names of their folders, which may hold characters that an id may not. */
public final class PersonIds {
    private final Map<String, PersonId> ids = new HashMap<>();

    public PersonId of(String name) {
        return ids.computeIfAbsent(name, newName -> new PersonId("person/" + ids.size()));
    }
}

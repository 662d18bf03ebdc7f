package io.faceline.evaluation.dataset;

import io.faceline.contracts.identity.PersonId;
import java.util.HashMap;
import java.util.Map;

/** Ids for people who are known by the names of their folders, which may hold what an id may not. */
public final class PersonIds {
    private final Map<String, PersonId> ids = new HashMap<>();

    public PersonId of(String name) {
        return ids.computeIfAbsent(name, unseen -> new PersonId("person/" + ids.size()));
    }
}

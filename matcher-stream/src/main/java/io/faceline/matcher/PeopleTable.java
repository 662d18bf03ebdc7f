package io.faceline.matcher;

import io.faceline.contracts.Person;
import io.faceline.contracts.PersonId;
import io.faceline.contracts.SessionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everyone, as last read from {@code people}. One thread changes it, any thread reads. */
final class PeopleTable {
    private final Map<PersonId, Person> people = new ConcurrentHashMap<>();
    private final Map<SessionId, Set<PersonId>> bySession = new ConcurrentHashMap<>();
    private final Arrivals arrivals = new Arrivals();

    Optional<Person> find(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    /** All of a session, those who are deleted or merged too. */
    List<Person> ofSession(SessionId session) {
        return bySession.getOrDefault(session, Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Replaces in one step: nobody may see a deleted person's mark missing for a moment. */
    void put(Person person) {
        var before = people.put(person.id(), person);
        if (before != null && !before.session().equals(person.session())) {
            forget(before);
        }
        bySession
                .computeIfAbsent(person.session(), session -> ConcurrentHashMap.newKeySet())
                .add(person.id());
    }

    void remove(PersonId id) {
        var before = people.remove(id);
        if (before != null) {
            forget(before);
        }
    }

    private void forget(Person before) {
        bySession.computeIfPresent(before.session(), (session, ids) -> {
            ids.remove(before.id());
            return ids.isEmpty() ? null : ids;
        });
    }

    Arrivals arrivals() {
        return arrivals;
    }
}

package io.faceline.matcher.people;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.matcher.store.AppliedOffsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All people, as last read from {@code people}. Confined to one thread: all changes. Any thread may read. */
public final class PeopleTable {
    private final Map<PersonId, Person> people = new ConcurrentHashMap<>();
    private final Map<SessionId, Set<PersonId>> bySession = new ConcurrentHashMap<>();
    private final Map<PersonId, Set<PersonId>> byMerge = new ConcurrentHashMap<>();
    private final AppliedOffsets appliedOffsets = new AppliedOffsets();

    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    /** All people of a session, including deleted and merged ones. */
    List<Person> ofSession(SessionId session) {
        return bySession.getOrDefault(session, Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** People whose last merge was into this person, whether undone or not. */
    List<Person> mergedInto(PersonId into) {
        return byMerge.getOrDefault(into, Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Replaces a person atomically: the mark of a deleted person must never be missing, not even briefly. */
    public void put(Person person) {
        var previous = people.put(person.id(), person);
        if (previous != null && !previous.session().equals(person.session())) {
            removeFromIndex(bySession, previous.session(), previous.id());
        }
        if (previous != null && !Objects.equals(previous.lastMerge(), person.lastMerge())) {
            removeFromMergeIndex(previous);
        }
        add(bySession, person.session(), person.id());
        if (person.lastMerge() != null) {
            add(byMerge, person.lastMerge().into(), person.id());
        }
    }

    public void remove(PersonId id) {
        var previous = people.remove(id);
        if (previous != null) {
            removeFromIndex(bySession, previous.session(), id);
            removeFromMergeIndex(previous);
        }
    }

    private void removeFromMergeIndex(Person previous) {
        if (previous.lastMerge() != null) {
            removeFromIndex(byMerge, previous.lastMerge().into(), previous.id());
        }
    }

    private static <K> void add(Map<K, Set<PersonId>> index, K key, PersonId id) {
        index.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet()).add(id);
    }

    private static <K> void removeFromIndex(Map<K, Set<PersonId>> index, K key, PersonId id) {
        index.computeIfPresent(key, (same, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }

    public AppliedOffsets appliedOffsets() {
        return appliedOffsets;
    }
}

package io.faceline.matcher.people;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.store.AppliedOffsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All people and marks, as last read from {@code people}. One thread changes it, any thread reads. */
public final class PeopleTable {
    private final Map<PersonId, Person> people = new ConcurrentHashMap<>();
    private final Map<SessionId, Set<PersonId>> bySession = new ConcurrentHashMap<>();
    private final Map<PersonId, Set<PersonId>> byMerge = new ConcurrentHashMap<>();
    /** Deleted people whose last record says that they are not. */
    private final Set<PersonId> broughtBack = ConcurrentHashMap.newKeySet();

    private final AppliedOffsets appliedOffsets = new AppliedOffsets();

    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    /** All of a session, those who are deleted or merged too. */
    List<Person> ofSession(SessionId session) {
        return bySession.getOrDefault(session, Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Whose last merge was into this person, undone or not. */
    List<Person> mergedInto(PersonId into) {
        return byMerge.getOrDefault(into, Set.of()).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Replaces in one step: nobody may see a deleted person's mark missing for a moment. */
    public void apply(Person person) {
        noteDeletion(person);
        var before = people.put(person.id(), person);
        if (before != null && !before.session().equals(person.session())) {
            forget(bySession, before.session(), before.id());
        }
        if (before != null && !Objects.equals(before.lastMerge(), person.lastMerge())) {
            forgetMerge(before);
        }
        add(bySession, person.session(), person.id());
        if (person.lastMerge() != null) {
            add(byMerge, person.lastMerge().into(), person.id());
        }
    }

    private void noteDeletion(Person person) {
        if (DeletionMark.isMark(person.id())) {
            // A mark does not name its person: the person's own record was replaced by the same writer before.
            return;
        }
        if (!person.deleted() && people.containsKey(DeletionMark.of(person.id()))) {
            broughtBack.add(person.id());
        } else {
            broughtBack.remove(person.id());
        }
    }

    List<Person> broughtBack() {
        return broughtBack.stream().flatMap(id -> find(id).stream()).toList();
    }

    public void remove(PersonId id) {
        broughtBack.remove(id);
        var before = people.remove(id);
        if (before != null) {
            forget(bySession, before.session(), id);
            forgetMerge(before);
        }
    }

    private void forgetMerge(Person before) {
        if (before.lastMerge() != null) {
            forget(byMerge, before.lastMerge().into(), before.id());
        }
    }

    private static <K> void add(Map<K, Set<PersonId>> index, K key, PersonId id) {
        index.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet()).add(id);
    }

    private static <K> void forget(Map<K, Set<PersonId>> index, K key, PersonId id) {
        index.computeIfPresent(key, (same, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }

    public AppliedOffsets appliedOffsets() {
        return appliedOffsets;
    }
}

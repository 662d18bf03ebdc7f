package io.faceline.systemtests.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The people of one session as they must be, by the words of docs/reference: a small model to compare with. */
final class KnownPeople {
    private final Map<String, KnownPerson> people = new LinkedHashMap<>();

    KnownPerson add(String id, String name) {
        var person = new KnownPerson(id, name);
        people.put(id, person);
        return person;
    }

    Optional<KnownPerson> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    List<KnownPerson> active() {
        return people.values().stream().filter(KnownPerson::isActive).toList();
    }

    List<KnownPerson> merged() {
        return people.values().stream().filter(person -> !person.isActive()).toList();
    }

    Set<String> whoShow(LfwPhoto portrait) {
        var ids = new TreeSet<String>();
        active().stream().filter(person -> person.shows(portrait)).forEach(person -> ids.add(person.id));
        return ids;
    }

    void merge(KnownPerson from, KnownPerson into) {
        from.taken = new HashSet<>(from.photos.keySet());
        into.photos.putAll(from.photos);
        from.photos.clear();
        from.mergedInto = Optional.of(into);
        from.lastInto = from.mergedInto;
    }

    /** Back come those photos of before the merge that are still there, wherever later merges took them. */
    void unmerge(KnownPerson from) {
        for (var other = from.mergedInto; other.isPresent(); other = other.get().mergedInto) {
            move(other.get(), from, from.taken::contains);
            other.get().taken.removeAll(from.taken);
        }
        from.mergedInto = Optional.empty();
    }

    private static void move(KnownPerson from, KnownPerson to, Predicate<String> which) {
        var moving = new LinkedHashMap<>(from.photos);
        moving.keySet().removeIf(which.negate());
        to.photos.putAll(moving);
        from.photos.keySet().removeAll(moving.keySet());
    }

    /** Whoever is merged into the person goes too. */
    void delete(KnownPerson person) {
        people.remove(person.id);
        for (var other : new ArrayList<>(people.values())) {
            if (other.lastInto.filter(person::equals).isPresent()) {
                other.lastInto = Optional.empty();
                if (!other.isActive()) {
                    delete(other);
                }
            }
        }
    }

    void clear() {
        people.clear();
    }

    /** Name and photos of everybody who must be listed, by id. */
    Map<String, String> listed() {
        var listed = new TreeMap<String, String>();
        active().forEach(person -> listed.put(person.id, person.name + " " + new TreeSet<>(person.photos.keySet())));
        return listed;
    }
}

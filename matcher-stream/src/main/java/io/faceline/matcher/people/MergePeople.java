package io.faceline.matcher.people;

import static java.util.function.Predicate.not;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Merge;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes two people one, and one two again. Every step may be repeated. */
public final class MergePeople {
    private final Galleries galleries;
    private final People people;
    private final InstantSource clock;

    public MergePeople(Galleries galleries, People people, InstantSource clock) {
        this.galleries = galleries;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The photos move first, then the one becomes the other, then the references move: a search finds them under the
     * new person as soon as the mark is there.
     */
    public void merge(Person from, Person into) {
        var merge = new Merge(into.id(), List.copyOf(referencesOf(from)));
        if (!from.photos().isEmpty()) {
            people.write(into.with(WritePeople.join(into.photos(), from.photos()), clock.instant()));
        }
        people.write(from.merged(into.id(), List.of(), merge, clock.instant()));
        move(from, galleries.of(from.session()).gallery().ofPerson(from.id()), into.id());
    }

    /**
     * The person is back first, with the photos, so that nothing is lost between two writes. The merge stays known: a
     * repeat finds what is left to do.
     */
    public void unmerge(Person from, Merge merge) {
        var taken = Set.copyOf(merge.references());
        var others = others(from, merge);
        var photos = others.stream()
                .flatMap(other -> other.photos().stream())
                .filter(photo -> taken.contains(photo.reference()))
                .toList();
        people.write(from.merged(null, WritePeople.join(from.photos(), photos), merge, clock.instant()));
        others.forEach(other -> takeFrom(other, taken));
        move(from, references(from, merge, others), from.id());
    }

    /** Whom the person became, and who they became since; the last of them holds all. */
    private List<Person> others(Person from, Merge merge) {
        return people.chainOf(merge.into()).stream()
                .filter(not(from.id()::equals))
                .flatMap(id -> people.find(id).stream())
                .toList();
    }

    /** Also those whose photo is there, while the index does not show them yet; and all that a repeat finds moved. */
    private Set<ReferenceId> referencesOf(Person from) {
        var ids = new LinkedHashSet<ReferenceId>();
        if (from.mergedInto() != null && from.lastMerge() != null) {
            ids.addAll(from.lastMerge().references());
        }
        from.photos().forEach(photo -> ids.add(photo.reference()));
        galleries.of(from.session()).gallery().ofPerson(from.id()).forEach(reference -> ids.add(reference.id()));
        return ids;
    }

    /** Not only the photos go: an undo of the other's own merge must not take along what left before it. */
    private void takeFrom(Person other, Set<ReferenceId> taken) {
        var photos = other.photos().stream()
                .filter(photo -> !taken.contains(photo.reference()))
                .toList();
        var merge = without(other.lastMerge(), taken);
        if (!photos.equals(other.photos()) || !Objects.equals(merge, other.lastMerge())) {
            people.write(other.merged(other.mergedInto(), photos, merge, clock.instant()));
        }
    }

    private static @Nullable Merge without(@Nullable Merge merge, Set<ReferenceId> taken) {
        return merge == null
                ? null
                : new Merge(
                        merge.into(),
                        merge.references().stream().filter(not(taken::contains)).toList());
    }

    /** Those that one of these people has now; the person itself too, whose move the index may not show yet. */
    private List<Reference> references(Person from, Merge merge, Collection<Person> others) {
        var owners = new HashSet<PersonId>(List.of(from.id()));
        others.forEach(other -> owners.add(other.id()));
        var gallery = galleries.of(from.session()).gallery();
        return merge.references().stream()
                .flatMap(id -> gallery.reference(id).stream())
                .filter(reference -> owners.contains(reference.person()))
                .toList();
    }

    private void move(Person from, Collection<Reference> references, PersonId to) {
        galleries
                .of(from.session())
                .enroll(references.stream().map(reference -> reference.of(to)).toList());
    }
}

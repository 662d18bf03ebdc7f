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

/** Merges two people, and undoes merges. Every step is idempotent. */
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
     * Moves the photos first, then marks the person as merged, then moves the references: searches resolve them to the
     * new person as soon as the mark is written.
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
     * Restores the person with the photos first, so that nothing is lost between two writes. Keeps the merge, so that a
     * retry can complete the rest.
     */
    public void unmerge(Person from, Merge merge) {
        var removed = Set.copyOf(merge.references());
        var others = others(from, merge);
        var photos = others.stream()
                .flatMap(other -> other.photos().stream())
                .filter(photo -> removed.contains(photo.reference()))
                .toList();
        people.write(from.merged(null, WritePeople.join(from.photos(), photos), merge, clock.instant()));
        others.forEach(other -> removeFrom(other, removed));
        move(from, references(from, merge, others), from.id());
    }

    /** The chain of people that the person was merged into; the last one has all photos and references. */
    private List<Person> others(Person from, Merge merge) {
        return people.chainOf(merge.into()).stream()
                .filter(not(from.id()::equals))
                .flatMap(id -> people.find(id).stream())
                .toList();
    }

    /** Includes references with a photo that the index does not contain yet, and those already moved before a retry. */
    private Set<ReferenceId> referencesOf(Person from) {
        var ids = new LinkedHashSet<ReferenceId>();
        if (from.mergedInto() != null && from.lastMerge() != null) {
            ids.addAll(from.lastMerge().references());
        }
        from.photos().forEach(photo -> ids.add(photo.reference()));
        galleries.of(from.session()).gallery().ofPerson(from.id()).forEach(reference -> ids.add(reference.id()));
        return ids;
    }

    /** Also removes the references from the other's own merge, whose undo must not take them along. */
    private void removeFrom(Person other, Set<ReferenceId> removed) {
        var photos = other.photos().stream()
                .filter(photo -> !removed.contains(photo.reference()))
                .toList();
        var merge = without(other.lastMerge(), removed);
        if (!photos.equals(other.photos()) || !Objects.equals(merge, other.lastMerge())) {
            people.write(other.merged(other.mergedInto(), photos, merge, clock.instant()));
        }
    }

    private static @Nullable Merge without(@Nullable Merge merge, Set<ReferenceId> removed) {
        return merge == null
                ? null
                : new Merge(
                        merge.into(),
                        merge.references().stream()
                                .filter(not(removed::contains))
                                .toList());
    }

    /**
     * The references that any of these people has now, including the person itself, because the index may lag behind.
     */
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

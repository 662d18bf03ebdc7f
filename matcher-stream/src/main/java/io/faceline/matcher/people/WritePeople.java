package io.faceline.matcher.people;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes people and their references. Every step is idempotent. Confined to the task thread. */
public final class WritePeople {
    private final Galleries galleries;
    private final People people;
    private final InstantSource clock;
    private final Duration timeout;
    private boolean isPrepared;
    private boolean isReady;

    /** @param timeout maximum time until writes are read back */
    public WritePeople(Galleries galleries, People people, InstantSource clock, Duration timeout) {
        this.galleries = galleries;
        this.people = people;
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Must be called before any read or write: makes the writes of the previous task visible soon. */
    public void prepare() {
        if (!isPrepared) {
            isPrepared = true;
            writeBarriers();
        }
    }

    /** Writes a sentinel tombstone to both shared topics. */
    public void writeBarriers() {
        people.writeBarrier();
        galleries.shared().writeBarrier();
    }

    /** Whether all writes of the previous task are visible. Waits for them briefly. */
    public boolean isReady() {
        if (!isReady) {
            isReady = people.awaitApplied(timeout) && galleries.shared().awaitApplied();
        }
        return isReady;
    }

    /** Adds a photo to a person, who is created if the id is unknown; an existing person keeps the name. */
    public void addPhoto(PersonId id, @Nullable String name, SessionId session, PersonPhoto photo) {
        var person = people.find(id).orElseGet(() -> unseen(id, name, session));
        people.write(person.with(join(person.photos(), List.of(photo)), clock.instant()));
    }

    public void rename(Person person, String name) {
        people.write(person.named(name, clock.instant()));
    }

    /**
     * Writes the mark first: from then on no replay can restore the person. Also deletes people merged into this one,
     * since their photos and references were merged.
     */
    public void delete(Person person) {
        markDeleted(person.id(), person.session());
        people.mergedInto(person.id()).forEach(this::deleteMerged);
        removeReferences(person, id -> true);
    }

    /** Writes the mark first, then removes the photo, then its references. */
    public void deletePhoto(Person person, ReferenceId photo) {
        markDeleted(People.markOf(person.session(), photo), person.session());
        if (People.hasPhoto(person, photo)) {
            var others = person.photos().stream()
                    .filter(other -> !other.reference().equals(photo))
                    .toList();
            people.write(person.with(others, clock.instant()));
        }
        removeReferences(person, id -> id.isMadeOf(photo));
    }

    private void deleteMerged(Person merged) {
        if (merged.isActive()) {
            people.write(merged.withoutMerge(clock.instant()));
        } else {
            delete(merged);
        }
    }

    /** Replaces a person by a mark that contains only the id. */
    public void markDeleted(PersonId id, SessionId session) {
        if (!people.isDeleted(id)) {
            people.write(Person.deleted(id, session, clock.instant()));
        }
    }

    /**
     * Waits until all writes about the session's people are visible. Writes of a visitor's session are visible
     * immediately.
     */
    public boolean awaitApplied(SessionId session) {
        return !session.isShared() || (galleries.shared().awaitApplied() && people.awaitApplied(timeout));
    }

    private void removeReferences(Person person, Predicate<ReferenceId> filter) {
        var references = galleries.of(person.session());
        var ids = references.gallery().ofPerson(person.id()).stream()
                .map(Reference::id)
                .filter(filter)
                .toList();
        if (!ids.isEmpty()) {
            references.remove(ids);
        }
    }

    private Person unseen(PersonId id, @Nullable String name, SessionId session) {
        return new Person(id, name == null ? "" : name, session, List.of(), null, false, clock.instant());
    }

    static List<PersonPhoto> join(List<PersonPhoto> some, Collection<PersonPhoto> more) {
        var joined = new ArrayList<>(some);
        for (var photo : more) {
            joined.removeIf(old -> old.reference().equals(photo.reference()));
            joined.add(photo);
        }
        return joined;
    }
}
